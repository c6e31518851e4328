import { Money } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'
import { newestSheet } from '../moves.ts'
import type { ClaimView } from '../queries.ts'

interface OtherVersionProps {
  readonly view: ClaimView
  readonly basedOn: number
}

/** Somebody has saved another version since this form was opened. */
export function OtherVersion({ view: { claim, people }, basedOn }: OtherVersionProps) {
  const t = useText()
  const mine = claim.sheets.find(({ version }) => version === basedOn)
  const other = newestSheet(claim)
  if (other === undefined) return null
  const by = people.find(({ personId }) => personId === other.authorId)?.name ?? ''
  return (
    <div className="cl-warning" role="status">
      <p>{t('claim:sheet.other', { version: other.version, by })}</p>
      <p>
        {t('claim:sheet.version', { version: other.version })} <Money minor={other.payableMinor} />
        {mine !== undefined && (
          <>
            {' · '}
            {t('claim:sheet.version', { version: mine.version })} <Money minor={mine.payableMinor} />
          </>
        )}
      </p>
    </div>
  )
}
