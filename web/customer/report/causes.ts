import type { Line } from '../../../domain/policy/terms.ts'
import type { LossCause } from '../../../domain/rules/vocabulary.ts'

/** What can be reported under a policy of each line, the most frequent first; a test holds it to the product's rule. */
export const causesToChoose: Readonly<Record<Line, readonly LossCause[]>> = {
  motorCompulsory: ['collision', 'singleVehicle'],
  motorCommercial: [
    'collision',
    'singleVehicle',
    'scratch',
    'glass',
    'flood',
    'storm',
    'fire',
    'theft',
    'explosion',
  ],
  property: ['waterDamage', 'fire', 'burglary', 'flood', 'storm', 'explosion'],
  accident: ['fallOrInjury', 'trafficAccident', 'hospitalisation', 'fire', 'death'],
  health: ['illness', 'hospitalisation'],
}
