import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Shape } from '../../blocks/shape.tsx'
import { Loading } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { Duplicates } from '../claim/duplicates.tsx'
import { type ClaimView, sheetQuery } from '../claim/queries.ts'
import { AccountEdited, Reopened } from './flag-reasons.tsx'
import { editedAccounts } from './edited-accounts.ts'
import type { Settlement } from './queries.ts'

interface FlagsProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** What asks for a second look before money is approved or let go, each with who and why where that is known. */
export function Flags({ view, settlement }: FlagsProps) {
  const t = useText()
  const sheet = useQuery(sheetQuery(view.claimId, settlement.sheetVersion))
  const { injury, death, thirdParty, doubtful, duplicates, reopenedTimes } = view.claim
  const edited = editedAccounts(view, settlement)
  const flags = {
    doubtful,
    duplicates: duplicates.length > 0 && <Duplicates view={view} />,
    reopened: reopenedTimes > 0 && <Reopened view={view} />,
    death,
    injury,
    thirdParty,
    accountByStaff: edited.length > 0 && (
      <AccountEdited view={view} edited={edited} named={settlement.payees.length > 1} />
    ),
    differs: sheet.data?.rerun.agrees === false,
    wordingUnverified: sheet.data?.result.wordingVerified === false,
  }
  const raised = Object.entries<ReactNode>(flags).filter(([, why]) => why !== false)
  // Without the sheet nobody knows that there are none.
  if (sheet.isPending) return <Loading lines={1} />
  if (sheet.isError) raised.push(['sheetUnread', true])
  if (raised.length === 0) {
    return (
      <p>
        <Shape name="tick" /> {t('settlement:flags.none')}
      </p>
    )
  }
  return (
    <ul className="se-flags">
      {raised.map(([flag, why]) => (
        <li key={flag} data-explained={why !== true}>
          <span className="se-flag">
            <Shape name="square" size={12} /> {t(`settlement:flag.${flag}`)}
          </span>
          {why}
        </li>
      ))}
    </ul>
  )
}
