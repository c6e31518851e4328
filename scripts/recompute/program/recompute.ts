import type { Answer, Case } from './case.ts'
import { lateDamages } from './late-damages.ts'
import { liability } from './liability.ts'
import { motor } from './motor.ts'
import { person } from './person.ts'
import { property } from './property.ts'

/** What a case pays, worked out a second time from the written rules alone. */
export function recompute(given: Case): Answer {
  const indemnity = ofItsLine(given)
  return { ...indemnity, coverages: [...indemnity.coverages, ...lateDamages(given)] }
}

function ofItsLine(given: Case): Answer {
  if (given.wordingId.startsWith('motor')) return motor(given)
  if (given.wordingId === 'liability') return liability(given)
  return given.wordingId.startsWith('property') ? property(given) : person(given)
}
