import { useId, useState } from 'react'
import { HistoryLine } from '../../blocks/history-line.tsx'
import { Shape } from '../../blocks/shape.tsx'
import { ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { type FastTrackState, stateQuery } from './queries.ts'
import { basisPointsOf, percentOf } from './share.ts'

interface Props {
  readonly state: FastTrackState
}

/** Why it is stopped or let go again; a change of the sample has its own reason. */
const reasons = {
  stop: ['incident', 'suspectedFraud', 'auditFinding', 'ruleChange'],
  open: ['resumed'],
} as const
type Reason = (typeof reasons)['stop' | 'open'][number]

type Change = {
  readonly reason: Reason | 'sampling'
  readonly open?: boolean
  readonly sampleBasisPoints?: number
}

const useSet = (done?: () => void) =>
  useChange({
    stale: [stateQuery.queryKey],
    send: (body: Change, key) =>
      answer(api.POST('/fast-track', { params: { header: { 'idempotency-key': key } }, body })),
    ...(done === undefined ? {} : { done }),
  })

/** Large, because somebody who comes here in a hurry wants to know nothing else. */
export function Switch({ state: { open, reason, setAt } }: Props) {
  const t = useText()
  const language = useLanguage()
  return (
    <section className="st-paper" aria-label={t('fast-track:switch.title')}>
      <p className="se-amount" data-open={open}>
        <Shape name={open ? 'tick' : 'bars'} size={24} />{' '}
        {t(open ? 'fast-track:switch.on' : 'fast-track:switch.off')}
      </p>
      <p>
        {t('fast-track:switch.since', {
          at: formatInstant(setAt, language),
          reason: t(`fast-track:reason.${reason}`),
        })}
      </p>
    </section>
  )
}

export function SwitchForm({ state: { open } }: Props) {
  const t = useText()
  const act = open ? 'stop' : 'open'
  const known: readonly Reason[] = reasons[act]
  const [chosen, choose] = useState<Reason | ''>('')
  const reason = known.length === 1 ? known[0] : known.find((one) => one === chosen)
  const set = useSet(() => choose(''))
  const hint = useId()
  return (
    <form
      className="st-paper ft-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== undefined) set.mutate({ open: !open, reason })
      }}
    >
      <h2>{t(`fast-track:switch.${act}Title`)}</h2>
      <p>{t(`fast-track:switch.${act}Help`)}</p>
      {known.length > 1 && (
        <div className="lp-field">
          <label htmlFor="switch-reason">{t('fast-track:why')}</label>
          <select
            id="switch-reason"
            required
            aria-describedby={reason === undefined ? hint : undefined}
            value={chosen}
            onChange={(event) => choose(known.find((one) => one === event.target.value) ?? '')}
          >
            <option value="">{t('fast-track:choose')}</option>
            {known.map((one) => (
              <option key={one} value={one}>
                {t(`fast-track:reason.${one}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <ProblemLine error={set.error} />
      <p className="se-send">
        <button
          type="submit"
          className="lp-main-button"
          aria-describedby={reason === undefined ? hint : undefined}
          disabled={set.isPending || reason === undefined}
        >
          {t(`fast-track:switch.${act}`)}
        </button>
        {reason === undefined && <span id={hint}>{t('fast-track:switch.wanted')}</span>}
      </p>
    </form>
  )
}

/** How many of the claims that software has paid are drawn for people to look at. */
export function SampleShare({
  state: { sampleBasisPoints },
  operates,
}: Props & { readonly operates: boolean }) {
  const t = useText()
  const [typed, type] = useState<string | null>(null)
  const set = useSet(() => type(null))
  const shown = typed ?? percentOf(sampleBasisPoints)
  const asked = basisPointsOf(shown)
  const share = percentOf(sampleBasisPoints)
  if (!operates) return <p>{t('fast-track:audit.share', { share })}</p>
  return (
    <form
      className="st-paper ft-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (asked !== undefined) set.mutate({ sampleBasisPoints: asked, reason: 'sampling' })
      }}
    >
      <p>{t('fast-track:audit.share', { share })}</p>
      <div className="lp-field">
        <label htmlFor="sample-share">{t('fast-track:audit.newShare')}</label>
        <input
          id="sample-share"
          inputMode="decimal"
          aria-invalid={asked === undefined}
          value={shown}
          onChange={(event) => type(event.target.value)}
        />
        {asked === undefined && <p className="lp-error">{t('fast-track:audit.wrongShare')}</p>}
      </div>
      <ProblemLine error={set.error} />
      <button
        type="submit"
        className="lp-plain-button"
        disabled={set.isPending || asked === undefined || asked === sampleBasisPoints}
      >
        {t('fast-track:audit.setShare')}
      </button>
    </form>
  )
}

export function SwitchHistory({ state: { history } }: Props) {
  const t = useText()
  return (
    <details className="ft-history">
      <summary>{t('fast-track:history', { count: history.length })}</summary>
      {history.map(({ setAt, open, sampleBasisPoints, reason, setByName }) => (
        <HistoryLine
          key={setAt}
          at={setAt}
          what={t('fast-track:was', {
            standing: t(open ? 'fast-track:switch.on' : 'fast-track:switch.off'),
            share: percentOf(sampleBasisPoints),
            reason: t(`fast-track:reason.${reason}`),
          })}
          who={setByName}
        />
      ))}
    </details>
  )
}
