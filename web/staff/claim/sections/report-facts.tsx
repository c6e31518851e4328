import { Folded } from '../../../blocks/folded.tsx'
import { useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'

interface ReportFactsProps {
  readonly report: ClaimView['report']
  readonly names: readonly ('damage' | 'placeText' | 'plate' | 'thirdPartyPlate')[]
}

/** What the report says besides its story, each by its name; what it does not say is left out. */
export function ReportFacts({ report, names }: ReportFactsProps) {
  const t = useText()
  return names.map((name) =>
    report?.[name] === undefined ? null : (
      <div key={name}>
        <dt>{t(`claim:report.${name}`)}</dt>
        <dd>
          <Folded>{report[name]}</Folded>
        </dd>
      </div>
    ),
  )
}
