import { Folded } from '../../../blocks/folded.tsx'
import { Money } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { savedBecause } from './sheet-history.ts'

interface VersionReasonProps {
  readonly view: ClaimView
  readonly version: number
  /** On what the customer is handed: words that were written for colleagues stay away. */
  readonly forCustomer?: boolean
}

/** Why a version was made, and what the one came to that the customer saw before. */
export function VersionReason({ view, version, forCustomer = false }: VersionReasonProps) {
  const t = useText()
  const { sheets } = view.claim
  const shown = sheets.find((one) => one.version === version)
  const before = sheets.findLast((one) => one.version < version && one.proposedAt !== null)
  const reason = shown?.reason
  const words = reason === undefined && forCustomer ? null : savedBecause(view.events, version)
  const told = [
    ...(reason === undefined ? [] : [t(`blocks:sheetReason.${reason}`)]),
    ...(words === null ? [] : [words]),
  ]
  return (
    <>
      {shown !== undefined && before !== undefined && (
        <p>
          {t('claim:sheet.changedFrom', { version: before.version })} <Money minor={before.payableMinor} /> →{' '}
          <Money minor={shown.payableMinor} />
        </p>
      )}
      {told.length > 0 && <Folded>{t('claim:sheet.because', { reason: told.join(' · ') })}</Folded>}
    </>
  )
}
