import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FastTrackFinding } from '../../../domain/claim/fast-track-state.ts'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { Money } from '../../blocks/money.tsx'
import { Empty, Failed, Loading, ProblemLine } from '../../blocks/states.tsx'
import { Wide } from '../../blocks/wide.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { type Sample, samplesQuery } from './queries.ts'

const findings = [
  'inOrder',
  'paidTooMuch',
  'paidTooLittle',
  'notEligible',
] as const satisfies readonly FastTrackFinding[]

/** What was drawn for the audit, and what was found. */
export function Samples({ reviews, opens }: { readonly reviews: boolean; readonly opens: boolean }) {
  const t = useText()
  const language = useLanguage()
  const samples = useQuery(samplesQuery)
  if (samples.isPending) return <Loading />
  if (samples.isError) return <Failed error={samples.error} again={() => void samples.refetch()} />
  if (samples.data.length === 0) return <Empty title={t('fast-track:audit.none')} />
  return (
    <Wide label={t('fast-track:audit.title')}>
      <table className="se-table lp-stacked">
        <thead>
          <tr>
            <th scope="col">{t('fast-track:audit.case')}</th>
            <th scope="col">{t('fast-track:audit.drawn')}</th>
            <th scope="col" className="lp-money">
              {t('fast-track:audit.paid')}
            </th>
            <th scope="col">{t('fast-track:audit.finding')}</th>
          </tr>
        </thead>
        <tbody>
          {samples.data.map((sample) => (
            <tr key={sample.claimId}>
              <td data-label={t('fast-track:audit.case')}>
                {opens ? (
                  <Link to="/claims/$claimId" params={{ claimId: sample.claimId }}>
                    <CaseNumber>{sample.caseNumber}</CaseNumber>
                  </Link>
                ) : (
                  <CaseNumber>{sample.caseNumber}</CaseNumber>
                )}
              </td>
              <td data-label={t('fast-track:audit.drawn')}>{formatInstant(sample.drawnAt, language)}</td>
              <td className="lp-money" data-label={t('fast-track:audit.paid')}>
                <Money minor={sample.paidMinor} />
              </td>
              <td data-label={t('fast-track:audit.finding')}>
                <Finding sample={sample} reviews={reviews} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Finding({ sample, reviews }: { readonly sample: Sample; readonly reviews: boolean }) {
  const t = useText()
  const language = useLanguage()
  const { finding, reviewedAt } = sample
  if (finding !== null)
    return (
      <>
        {t(`claim:fastTrack.finding.${finding}`)}
        {reviewedAt !== null && <small className="ft-soft"> · {formatInstant(reviewedAt, language)}</small>}
      </>
    )
  if (!reviews) return <>{t('fast-track:audit.open')}</>
  return <ReviewForm sample={sample} />
}

function ReviewForm({ sample: { claimId, caseNumber } }: { readonly sample: Sample }) {
  const t = useText()
  const [chosen, choose] = useState<FastTrackFinding | ''>('')
  const [note, write] = useState('')
  const record = useChange({
    stale: [samplesQuery.queryKey, ['claim', claimId]],
    send: (body: { readonly finding: FastTrackFinding; readonly note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/fast-track-review', {
          params: { path: { claimId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
  })
  const explained = chosen === 'inOrder' || note.trim() !== ''
  return (
    <form
      className="ft-review"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== '' && explained)
          record.mutate({ finding: chosen, ...(note.trim() === '' ? {} : { note: note.trim() }) })
      }}
    >
      <select
        aria-label={t('fast-track:audit.findingOf', { caseNumber })}
        value={chosen}
        onChange={(event) => choose(findings.find((one) => one === event.target.value) ?? '')}
      >
        <option value="">{t('fast-track:choose')}</option>
        {findings.map((one) => (
          <option key={one} value={one}>
            {t(`claim:fastTrack.finding.${one}`)}
          </option>
        ))}
      </select>
      <input
        aria-label={t('fast-track:audit.noteOf', { caseNumber })}
        placeholder={t('fast-track:audit.note')}
        maxLength={2000}
        value={note}
        onChange={(event) => write(event.target.value)}
      />
      <button
        type="submit"
        className="lp-plain-button"
        disabled={chosen === '' || !explained || record.isPending}
      >
        {t('fast-track:audit.record')}
      </button>
      <ProblemLine error={record.error} />
    </form>
  )
}
