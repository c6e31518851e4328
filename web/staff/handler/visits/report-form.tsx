import { useState } from 'react'
import { answer, api } from '../../../http/client.ts'
import { Problem } from '../../../http/problem.ts'
import { useText } from '../../../language/language.ts'
import { ActionForm, Area, Select, Tristate } from '../../claim/forms/form-kit.tsx'
import { useDraft } from '../../claim/forms/use-draft.ts'
import { at, useMove } from '../../claim/forms/use-move.ts'
import type { ClaimView, SurveyBody } from '../../claim/queries.ts'
import { Photographs } from './photographs.tsx'

interface Written {
  readonly findings: string
  readonly conclusion: string
  readonly causeAgrees: boolean | null
  readonly statements: NonNullable<SurveyBody['statements']>
  readonly photographs: NonNullable<SurveyBody['photographs']>
  /** Version of the report that the writer has seen; 0 for none. */
  readonly basedOn: number
}

const speakers = ['insured', 'driver', 'victim', 'witness', 'police', 'other'] as const

const writtenOf = (survey: ClaimView['survey']): Written => ({
  findings: survey?.body.findings ?? '',
  conclusion: survey?.body.conclusion ?? '',
  causeAgrees: survey?.body.causeAgrees ?? null,
  statements: survey?.body.statements ?? [],
  photographs: survey?.body.photographs ?? [],
  basedOn: survey?.version ?? 0,
})

/** As the API takes it: what is empty is left out. */
function bodyOf({ findings, conclusion, causeAgrees, statements, photographs }: Written) {
  return {
    surveyedAt: new Date().toISOString(),
    ...(findings.trim() === '' ? {} : { findings: findings.trim() }),
    ...(conclusion.trim() === '' ? {} : { conclusion: conclusion.trim() }),
    ...(causeAgrees === null ? {} : { causeAgrees }),
    statements: statements
      .filter(({ text }) => text.trim() !== '')
      .map(({ by, text }) => ({ by: speakers.find((one) => one === by) ?? 'other', text: text.trim() })),
    photographs: photographs.map(({ documentId, caption = '' }) => ({
      documentId,
      ...(caption.trim() === '' ? {} : { caption: caption.trim() }),
    })),
  }
}

/** The report, kept on the phone until it is submitted; saved and signed in one go. */
export function ReportForm({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const { claimId, survey } = view
  const draft = useDraft<Written>(`${claimId}.survey`, writtenOf(survey))
  const [saved, setSaved] = useState(false)
  const written = draft.value
  const change = (part: Partial<Written>) => {
    setSaved(false)
    draft.change(part)
  }
  const save = async (key: string) =>
    answer(
      api.PUT('/claims/{claimId}/survey/report', {
        params: {
          path: { claimId },
          header: {
            'idempotency-key': key,
            ...(written.basedOn === 0 ? {} : { 'if-match': `"${written.basedOn}"` }),
          },
        },
        body: bodyOf(written),
      }),
    )
  const keep = useMove(
    claimId,
    (_: Written, key) => save(key),
    (reply) => {
      draft.change({ basedOn: Number(reply['reportVersion']) })
      setSaved(true)
    },
  )
  const submit = useMove(
    claimId,
    async (_: Written, key) => {
      const reply = await save(`${key}-saved`)
      const [reportVersion, reportHash] = [Number(reply['reportVersion']), String(reply['reportHash'])]
      draft.change({ basedOn: reportVersion })
      return answer(
        api.POST('/claims/{claimId}/survey/report/submission', {
          params: at(claimId, key),
          body: { reportVersion, reportHash },
        }),
      )
    },
    () => draft.forget(),
  )
  const error = submit.error ?? keep.error
  const stale = error instanceof Problem && error.code === 'versionStale'
  const shown =
    written.photographs.length + written.statements.filter(({ text }) => text.trim() !== '').length > 0
  const incomplete = written.findings.trim() === '' || written.conclusion.trim() === '' || !shown
  return (
    <section className="st-paper">
      <ActionForm
        act={t('handler:visit.submit')}
        pending={submit.isPending || keep.isPending}
        error={error}
        missing={incomplete ? t('handler:visit.incomplete') : null}
        send={() => submit.mutate(written)}
      >
        <h2>{t('handler:visit.report')}</h2>
        {stale && survey !== null && (
          <OtherReport
            survey={survey}
            take={() => change(writtenOf(survey))}
            keep={() => change({ basedOn: survey.version })}
          />
        )}
        <Photographs
          view={view}
          chosen={written.photographs}
          change={(photographs) => change({ photographs })}
        />
        <Tristate
          label={t('handler:visit.causeAgrees')}
          value={written.causeAgrees}
          change={(causeAgrees) => change({ causeAgrees })}
        />
        <Area
          label={t('handler:visit.findings')}
          rows={5}
          value={written.findings}
          change={(findings) => change({ findings })}
        />
        {written.statements.map(({ by, text }, index) => {
          const set = (part: { by?: string; text?: string }) =>
            change({
              statements: written.statements.map((one, place) =>
                place === index ? { ...one, ...part } : one,
              ),
            })
          return (
            <fieldset key={`statement ${index}`} className="vi-statement">
              <legend>{t('handler:visit.statement', { number: index + 1 })}</legend>
              <Select
                label={t('handler:visit.by')}
                value={by}
                options={speakers.map((value) => ({ value, name: t(`claim:speaker.${value}`) }))}
                change={(value) => set({ by: value })}
              />
              <Area label={t('handler:visit.said')} value={text} change={(value) => set({ text: value })} />
            </fieldset>
          )
        })}
        <button
          type="button"
          className="lp-quiet-button"
          onClick={() => change({ statements: [...written.statements, { by: 'insured', text: '' }] })}
        >
          {t('handler:visit.addStatement')}
        </button>
        <Area
          label={t('handler:visit.conclusion')}
          value={written.conclusion}
          change={(conclusion) => change({ conclusion })}
        />
        <button
          type="button"
          className="lp-plain-button"
          disabled={keep.isPending || submit.isPending}
          onClick={() => keep.mutate(written)}
        >
          {t('handler:visit.save')}
        </button>{' '}
        {saved && <span role="status">{t('handler:visit.saved')}</span>}
      </ActionForm>
    </section>
  )
}

interface OtherReportProps {
  readonly survey: NonNullable<ClaimView['survey']>
  readonly take: () => void
  readonly keep: () => void
}

/** Another version was saved meanwhile: it is shown above, one's own is below; people decide. */
function OtherReport({ survey: { version, body }, take, keep }: OtherReportProps) {
  const t = useText()
  return (
    <div className="vi-other" role="status">
      <p>{t('handler:visit.other', { version })}</p>
      <p>{body.findings}</p>
      <p>{body.conclusion}</p>
      <button type="button" className="lp-plain-button" onClick={take}>
        {t('handler:visit.takeTheirs')}
      </button>{' '}
      <button type="button" className="lp-plain-button" onClick={keep}>
        {t('handler:visit.keepMine')}
      </button>
    </div>
  )
}
