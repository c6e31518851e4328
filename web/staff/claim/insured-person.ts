/** On lines that insure a person nothing was damaged: what asks for the insured object elsewhere asks for them. */
import type { Line } from '../../../domain/policy/terms.ts'

const insuresPerson = (line: Line) => line === 'accident' || line === 'health'

/** The text that names a check, or what a claim is rejected for. */
export const checkText = (line: Line, check: string) =>
  check === 'insuredObject' && insuresPerson(line) ? 'claim:check.insuredPerson' : `claim:check.${check}`

/** The text that names what people establish about what is insured. */
export const insuredText = (line: Line) =>
  insuresPerson(line) ? 'claim:facts.personInsured' : 'claim:facts.objectInsured'
