import '../claim.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Money } from '../../../blocks/money.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { claimQuery, type ClaimView, sheetQuery } from '../queries.ts'
import { answerOf } from '../sheet/answer-of.ts'
import { Dispute } from '../sheet/dispute.tsx'
import { Rerun } from '../sheet/rerun.tsx'
import { SheetInFull } from '../sheet/sheet-in-full.tsx'
import { useSheetWords } from '../sheet/use-sheet-words.ts'
import { VersionReason } from '../sheet/version-reason.tsx'
import { Paper } from './paper.tsx'

/** One version of the calculation as a document: whose claim, every figure with its reason, who made it. */
export function SheetPrintPage() {
  const t = useText()
  const { claimId, version } = useParams({ from: '/shell/claims/$claimId/sheets/$version' })
  const claim = useQuery(claimQuery(claimId))
  if (claim.isPending) return <Loading lines={8} />
  if (claim.isError) return <Failed error={claim.error} again={() => void claim.refetch()} />
  const found = claim.data.claim.sheets.find((one) => String(one.version) === version)
  return (
    <Paper claimId={claimId} readAt={claim.dataUpdatedAt}>
      {found === undefined ? (
        <>
          <h1>{t('claim:print.sheetTitle')}</h1>
          <Empty title={t('claim:print.noVersion', { version })} />
        </>
      ) : (
        <Document view={claim.data} saved={found} />
      )}
    </Paper>
  )
}

interface DocumentProps {
  readonly view: ClaimView
  readonly saved: ClaimView['claim']['sheets'][number]
}

function Document({ view, saved }: DocumentProps) {
  const t = useText()
  const language = useLanguage()
  const words = useSheetWords(view.parties)
  const { claim, claimId, policy, people } = view
  const { version } = saved
  const sheet = useQuery(sheetQuery(claimId, version))
  const insured = view.parties.find(({ role }) => role === 'insured')
  const author = people.find(({ personId }) => personId === saved.authorId)?.name ?? ''
  const facts: readonly (readonly [string, string])[] = [
    [t('claim:header.insured'), insured?.name ?? '—'],
    [t('claim:header.policy'), policy.policyNumber],
    [t('claim:policy.wording'), t(`claim:wording.${policy.terms.wordingId}`)],
    [t('claim:header.cause'), t(`blocks:cause.${claim.cause}`)],
    [t('claim:header.lossAt'), formatInstant(claim.lossAt, language)],
    [t('claim:print.madeBy'), `${author} · ${formatInstant(saved.at, language)}`],
    [t('claim:print.answer'), t(`claim:agreementState.${answerOf(saved)}`)],
  ]
  return (
    <>
      <header>
        <h1>
          {t('claim:print.sheetTitle')} <CaseNumber>{view.caseNumber}</CaseNumber>{' '}
          <span className="lp-figure">{t('claim:sheet.version', { version })}</span>
        </h1>
        <dl className="cl-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="cl-total">
          <strong>{t('blocks:sheet.total')}</strong> <Money minor={saved.payableMinor} words />
        </p>
        <VersionReason view={view} version={version} forCustomer />
      </header>
      {sheet.isPending && <Loading />}
      {sheet.isError && <Failed error={sheet.error} again={() => void sheet.refetch()} />}
      {sheet.isSuccess && (
        <>
          <Dispute view={view} version={version} input={sheet.data.input} />
          <SheetInFull
            input={sheet.data.input}
            result={sheet.data.result}
            words={words}
            view={view}
            unfolded
          />
          <Rerun rerun={sheet.data.rerun} engineVersion={sheet.data.result.engineVersion} />
        </>
      )}
      <dl className="cl-signatures">
        {(['adjuster', 'approver', 'customer'] as const).map((who) => (
          <div key={who}>
            <dt />
            <dd>{t('claim:print.signature', { who: t(`blocks:role.${who}`) })}</dd>
          </div>
        ))}
      </dl>
      <p className="cl-soft cl-small cl-hash">
        {t('claim:print.hash')} {saved.hash}
      </p>
    </>
  )
}
