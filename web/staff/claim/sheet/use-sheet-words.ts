import { useText } from '../../../language/language.ts'
import type { Claimable } from './begin-sheet.ts'
import type { SheetWords } from './traces.ts'

/** Names of items, and of those who are in the sheet. */
export function useSheetWords(parties: readonly Pick<Claimable, 'partyId' | 'name'>[]): SheetWords {
  const t = useText()
  return {
    item: (code) => t(`claim:item.${code}`),
    party: (id) => parties.find(({ partyId }) => partyId === id)?.name ?? id,
  }
}
