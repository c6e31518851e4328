import type { Line } from '../../../domain/policy/terms.ts'
import type { ChecklistItem } from '../../../domain/rules/vocabulary.ts'

interface Shot {
  /** Names its text and its outline. */
  readonly name:
    | 'scene'
    | 'damage'
    | 'plate'
    | 'otherSide'
    | 'things'
    | 'invoice'
    | 'record'
    | 'injury'
    | 'identity'
  /** Where it belongs on the checklist. */
  readonly item: ChecklistItem
}

const identity: Shot = { name: 'identity', item: 'identityDocument' }

const motor: readonly Shot[] = [
  { name: 'scene', item: 'photographs' },
  { name: 'damage', item: 'photographs' },
  { name: 'plate', item: 'photographs' },
  { name: 'otherSide', item: 'photographs' },
]
const person: readonly Shot[] = [
  { name: 'invoice', item: 'medicalInvoice' },
  { name: 'record', item: 'medicalRecord' },
  { name: 'injury', item: 'otherEvidence' },
  identity,
]

/** What is worth a picture while one stands before it. None is required: what is missing can be sent later. */
export const shotsOf: Readonly<Record<Line, readonly Shot[]>> = {
  motorCompulsory: motor,
  motorCommercial: motor,
  property: [
    { name: 'scene', item: 'photographs' },
    { name: 'damage', item: 'photographs' },
    { name: 'things', item: 'photographs' },
  ],
  accident: person,
  health: person,
}
