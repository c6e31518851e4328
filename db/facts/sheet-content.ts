import { checkSheetInput } from '../../domain/adjustment/faults/check-sheet-input.ts'
import { calculate } from '../../domain/adjustment/sheet.ts'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import type { SheetContent } from '../../domain/claim/stages/adjustment.ts'

/** A sheet is stored with its result: what the engine gives for the input is part of the content. */
export function sheetContent(input: SheetInput): SheetContent {
  const faults = checkSheetInput(input).filter((fault) => fault.code !== 'noWording')
  return { input, result: faults.length > 0 ? { outcome: 'faulty', faults } : calculate(input) }
}
