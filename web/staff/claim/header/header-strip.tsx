import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Money } from '../../../blocks/money.tsx'
import { Shape } from '../../../blocks/shape.tsx'
import { StagePath } from '../../../blocks/stage-path.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { Duplicates } from '../duplicates.tsx'
import type { ClaimView } from '../queries.ts'
import { Clocks } from './clocks.tsx'
import { newestFigure } from './newest-figure.ts'

/** Who, what, under which policy, and where it stands. */
export function HeaderStrip({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const language = useLanguage()
  const { claim, policy, parties, report } = view
  const insured = parties.find(({ role }) => role === 'insured')
  const figure = newestFigure(claim)
  const flags = [
    ...(claim.death ? ['death'] : []),
    ...(claim.injury ? ['injury'] : []),
    ...(claim.thirdParty ? ['thirdParty'] : []),
    ...(claim.doubtful ? ['doubtful'] : []),
    ...(claim.duplicates.length > 0 ? ['duplicate'] : []),
    ...(claim.priority > 0 ? ['priority'] : []),
    ...(claim.reopenedTimes > 0 ? ['reopened'] : []),
  ]
  return (
    <header className="cl-header">
      <div className="cl-title">
        <h1>
          <CaseNumber>{view.caseNumber}</CaseNumber>
        </h1>
        {flags.map((flag) => (
          <span key={flag} className="cl-flag">
            {t(`claim:flag.${flag}`)}
          </span>
        ))}
        {claim.outcome !== null && (
          <span className="cl-flag" data-outcome={claim.outcome}>
            <Shape name={claim.outcome === 'paid' ? 'tick' : 'dash'} /> {t(`claim:outcome.${claim.outcome}`)}
          </span>
        )}
      </div>
      {claim.duplicates.length > 0 && (
        <div className="cl-accident">
          <span>{t('claim:header.duplicates')}</span>
          <Duplicates view={view} />
        </div>
      )}
      <dl className="cl-facts">
        <Fact name={t('claim:header.insured')}>{insured?.name}</Fact>
        <Fact name={t('claim:header.line')}>{t(`blocks:line.${claim.line}`)}</Fact>
        {report?.plate !== undefined && <Fact name={t('claim:report.plate')}>{report.plate}</Fact>}
        <Fact name={t('claim:header.policy')}>
          <span className="lp-figure">{policy.policyNumber}</span>
        </Fact>
        <Fact name={t('claim:header.cause')}>{t(`blocks:cause.${claim.cause}`)}</Fact>
        <Fact name={t('claim:header.lossAt')}>{formatInstant(claim.lossAt, language)}</Fact>
        <Fact name={t('claim:header.estimate')}>
          <Money minor={claim.estimatedMinor} />
        </Fact>
        {figure !== undefined && (
          <Fact name={t(`claim:figure.${figure.kind}`)}>
            <Money minor={figure.minor} />
          </Fact>
        )}
        <Fact name={t('claim:header.contact')}>{view.contact?.name ?? t('claim:header.nobody')}</Fact>
      </dl>
      <Wide label={t('blocks:path.label')}>
        <StagePath steps={view.path} />
      </Wide>
      <Clocks claim={claim} />
    </header>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
