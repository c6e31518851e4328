import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Money } from '../../../blocks/money.tsx'
import { Sheet } from '../../../blocks/sheet.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { newestSheet } from '../moves.ts'
import { type ClaimView, sheetQuery } from '../queries.ts'
import { StepsTable } from '../sheet/steps-table.tsx'
import { lossLines, tracedSteps } from '../sheet/traces.ts'
import { Section } from './section.tsx'

/** Every version of the calculation, the newest open, each figure with how it came about. */
export function SheetSection({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const language = useLanguage()
  const { claim, people } = view
  const [chosen, setChosen] = useState<number | null>(null)
  const newest = newestSheet(claim)
  if (newest === undefined) return null
  const shown = claim.sheets.find(({ version }) => version === chosen) ?? newest
  const by = people.find(({ personId }) => personId === shown.authorId)?.name ?? ''
  return (
    <Section
      id="sheet"
      title={t('claim:section.sheet')}
      finished={claim.stage === 'payment' || claim.stage === 'afterCare' || claim.stage === 'archived'}
      result={
        <>
          {t('claim:sheet.version', { version: newest.version })} <Money minor={newest.payableMinor} /> ·{' '}
          {t(`claim:agreementState.${stateOf(newest)}`)}
        </>
      }
    >
      <div className="cl-versions">
        {claim.sheets.map(({ version }) => (
          <button
            key={version}
            type="button"
            className="lp-quiet-button"
            aria-pressed={version === shown.version}
            onClick={() => setChosen(version)}
          >
            {t('claim:sheet.version', { version })}
          </button>
        ))}
        <span className="cl-soft">
          {by} · {formatInstant(shown.at, language)} · {t(`claim:agreementState.${stateOf(shown)}`)}
        </span>
      </div>
      <Version key={shown.version} view={view} version={shown.version} />
    </Section>
  )
}

function stateOf({
  proposedAt,
  agreement,
}: Pick<ClaimView['claim']['sheets'][number], 'proposedAt' | 'agreement'>): string {
  if (agreement !== null) return agreement.outcome
  return proposedAt === null ? 'draft' : 'proposed'
}

function Version({ view, version }: { readonly view: ClaimView; readonly version: number }) {
  const t = useText()
  const say = useSay()
  const sheet = useQuery(sheetQuery(view.claimId, version))
  if (sheet.isPending) return <Loading />
  if (sheet.isError) return <Failed error={sheet.error} again={() => void sheet.refetch()} />
  const { result, rerun } = sheet.data
  const words = {
    say,
    item: (code: string) => t(`claim:item.${code}`),
    party: (id: string) => view.parties.find(({ partyId }) => partyId === id)?.name ?? id,
  }
  const steps = tracedSteps(sheet.data, words)
  const last = steps.findLast(({ minor }) => minor === result.payableMinor)
  return (
    <>
      <Sheet
        caption={t('claim:section.sheet')}
        lines={lossLines(sheet.data, words)}
        totalMinor={result.payableMinor}
        {...(last === undefined ? {} : { totalTrace: last.trace })}
      />
      <StepsTable steps={steps} />
      {!rerun.agrees && <p className="cl-warning">{t('claim:sheet.differsToday')}</p>}
      {!result.wordingVerified && <p className="cl-soft">{t('claim:sheet.unverified')}</p>}
      {result.recoverables.length > 0 && (
        <p>
          {t('claim:sheet.recoverable')} <Money minor={result.recoverableMinor} />
        </p>
      )}
    </>
  )
}
