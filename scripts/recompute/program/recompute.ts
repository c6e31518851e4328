import type { Answer, Case } from './case.ts'
import { liability } from './liability.ts'
import { motor } from './motor.ts'
import { person } from './person.ts'
import { property } from './property.ts'

/** What a case pays, worked out a second time from the written rules alone. */
export function recompute(given: Case): Answer {
  if (given.wordingId.startsWith('motor')) return motor(given)
  if (given.wordingId === 'liability') return liability(given)
  return given.wordingId.startsWith('property') ? property(given) : person(given)
}
