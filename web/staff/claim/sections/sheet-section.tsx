import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { use, useState } from 'react'
import { Money } from '../../../blocks/money.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { newestSheet } from '../moves.ts'
import { type ClaimView, sheetQuery } from '../queries.ts'
import { Dispute } from '../sheet/dispute.tsx'
import { Rerun } from '../sheet/rerun.tsx'
import { SheetInFull } from '../sheet/sheet-in-full.tsx'
import { answerOf } from '../sheet/answer-of.ts'
import { useSheetWords } from '../sheet/use-sheet-words.ts'
import { VersionComparison } from '../sheet/version-comparison.tsx'
import { VersionReason } from '../sheet/version-reason.tsx'
import { Section } from './section.tsx'
import { SectionsOpen } from './sections-open.ts'
import { wasSkipped } from './was-skipped.ts'

/** Every version of the calculation, the newest open, each figure with how it came about. */
export function SheetSection({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const language = useLanguage()
  const { claim, claimId, people } = view
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
      skipped={wasSkipped(view, 'adjustment')}
      result={
        <>
          {t('claim:sheet.version', { version: newest.version })} <Money minor={newest.payableMinor} /> ·{' '}
          {t(`claim:agreementState.${answerOf(newest)}`)}
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
          {by} · {formatInstant(shown.at, language)} · {t(`claim:agreementState.${answerOf(shown)}`)}
        </span>
        <Link
          to="/claims/$claimId/sheets/$version"
          params={{ claimId, version: String(shown.version) }}
          className="lp-no-print"
        >
          {t('claim:print.sheet')}
        </Link>
      </div>
      <VersionReason view={view} version={shown.version} />
      <Version key={shown.version} view={view} version={shown.version} />
    </Section>
  )
}

function Version({ view, version }: { readonly view: ClaimView; readonly version: number }) {
  const words = useSheetWords(view.parties)
  const unfolded = use(SectionsOpen)
  const sheet = useQuery(sheetQuery(view.claimId, version))
  if (sheet.isPending) return <Loading />
  if (sheet.isError) return <Failed error={sheet.error} again={() => void sheet.refetch()} />
  const { input, result, rerun } = sheet.data
  return (
    <>
      <Dispute view={view} version={version} input={input} />
      <SheetInFull input={input} result={result} words={words} view={view} unfolded={unfolded} />
      <Rerun rerun={rerun} engineVersion={result.engineVersion} />
      <VersionComparison view={view} version={version} />
    </>
  )
}
