import { useQuery } from '@tanstack/react-query'
import { Shape } from '../../blocks/shape.tsx'
import { useText } from '../../language/language.ts'
import { type ClaimView, sheetQuery } from '../claim/queries.ts'
import type { Settlement } from './queries.ts'

interface FlagsProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** What asks for a second look before money is approved or let go. */
export function Flags({ view, settlement }: FlagsProps) {
  const t = useText()
  const sheet = useQuery(sheetQuery(view.claimId, settlement.sheetVersion))
  const flags = flagsOf(view, settlement)
  if (sheet.data?.rerun.agrees === false) flags.push('differs')
  if (sheet.data?.result.wordingVerified === false) flags.push('wordingUnverified')
  if (flags.length === 0) {
    return (
      <p>
        <Shape name="tick" /> {t('settlement:flags.none')}
      </p>
    )
  }
  return (
    <ul className="se-flags">
      {flags.map((flag) => (
        <li key={flag}>
          <Shape name="square" size={12} /> {t(`settlement:flag.${flag}`)}
        </li>
      ))}
    </ul>
  )
}

function flagsOf({ claim }: ClaimView, settlement: Settlement): string[] {
  const { injury, death, thirdParty, doubtful, duplicates, reopenedTimes } = claim
  const edited = settlement.payees.some(
    ({ partyId }) => (claim.parties.find(({ id }) => id === partyId)?.payeeEditedBy ?? null) !== null,
  )
  const flags = {
    doubtful,
    duplicates: duplicates.length > 0,
    reopened: reopenedTimes > 0,
    death,
    injury,
    thirdParty,
    accountByStaff: edited,
  }
  return Object.entries(flags).flatMap(([name, raised]) => (raised ? [name] : []))
}
