import type { SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import { Folded } from '../../../blocks/folded.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { disputeOf } from './sheet-history.ts'
import { stepNames } from './traces.ts'
import { useSheetWords } from './use-sheet-words.ts'

interface DisputeProps {
  readonly view: ClaimView
  readonly version: number
  /** Where the lines that are disputed are named. */
  readonly input: SheetInput
}

/** What the customer does not accept about a version, line by line, and why. */
export function Dispute({ view, version, input }: DisputeProps) {
  const t = useText()
  const language = useLanguage()
  const words = useSheetWords(view.parties)
  const dispute = disputeOf(view.events, version)
  if (dispute === undefined) return null
  const { lines } = stepNames(input, words)
  return (
    <div className="cl-warning">
      <p>
        {t('claim:sheet.disputed', { version, at: formatInstant(dispute.at, language) })}{' '}
        {dispute.lines.map((lineId) => lines.get(lineId) ?? t('claim:sheet.lineGone')).join('、')}
      </p>
      {dispute.why !== null && <Folded>“{dispute.why}”</Folded>}
    </div>
  )
}
