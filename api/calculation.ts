import { Compile } from 'typebox/compile'
import { checkSheetInput } from '../domain/adjustment/faults/check-sheet-input.ts'
import { calculate } from '../domain/adjustment/sheet.ts'
import type { SheetInput, SheetResult } from '../domain/adjustment/sheet-types.ts'
import { refuse } from '../domain/errors.ts'
import { fieldReasons } from './field-reasons.ts'
import { coverageFaults } from './routes/claims/coverage-faults.ts'
import { sheetInput } from './schemas/claim/sheet.ts'
import { closed } from './schemas/values.ts'

const asked = Compile(closed({ input: sheetInput }))

/**
 * The sheet of an input of the right form, or a refusal that says what contradicts what. No wording on the day of
 * the loss is no fault of the input: nothing is paid and a person decides.
 */
export function calculateOrRefuse(input: SheetInput): SheetResult {
  const faults = checkSheetInput(input).filter(({ code }) => code !== 'noWording')
  if (faults.length > 0) refuse('sheetFaults', { faults })
  return calculate(input)
}

/** The same for anything at all: what the API refuses as malformed is refused here with the same fields. */
export function calculateUnread(input: unknown): SheetResult {
  const body: unknown = { input }
  const named = coverageFaults(body)
  if (named.length > 0) refuse('malformed', { fields: named })
  if (asked.Check(body)) return calculateOrRefuse(body.input)
  const faults = asked.Errors(body).map(({ keyword, schemaPath, instancePath, params, message }) => {
    return { keyword, schemaPath, instancePath, params: { ...params }, message }
  })
  return refuse('malformed', { fields: fieldReasons(faults, 'body') })
}
