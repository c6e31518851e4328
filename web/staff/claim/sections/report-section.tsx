import { Folded } from '../../../blocks/folded.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { ReportFacts } from './report-facts.tsx'
import { Section } from './section.tsx'

export function ReportSection({ view: { claim, report } }: { readonly view: ClaimView }) {
  const t = useText()
  const language = useLanguage()
  return (
    <Section
      id="report"
      title={t('claim:section.report')}
      finished={claim.stage !== 'report'}
      result={`${t(`claim:via.${claim.channel}`)} · ${formatInstant(claim.registeredAt, language)}`}
    >
      <blockquote className="cl-words">
        <Folded>{report?.narrative ?? t('claim:report.nothing')}</Folded>
      </blockquote>
      <dl className="cl-facts">
        <ReportFacts report={report} names={['damage', 'placeText', 'plate', 'thirdPartyPlate']} />
      </dl>
    </Section>
  )
}
