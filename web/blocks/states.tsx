import type { ReactNode } from 'react'
import { Problem } from '../http/problem.ts'
import { useSay, useText } from '../language/language.ts'
import { Shape } from './shape.tsx'

interface EmptyProps {
  readonly title: string
  /** What would fill it. */
  readonly hint?: string
  readonly action?: ReactNode
}

export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <div className="lp-state">
      <Shape name="ring" size={32} />
      <h2>{title}</h2>
      {hint !== undefined && <p>{hint}</p>}
      {action}
    </div>
  )
}

/** Takes about the room of what comes, so that nothing jumps. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const t = useText()
  return (
    <div className="lp-loading" role="status" aria-label={t('blocks:state.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}

interface FailedProps {
  readonly error: unknown
  readonly again?: () => void
}

/** A problem in words, with the number by which it can be looked up; a missing right says who can help. */
export function Failed({ error, again }: FailedProps) {
  const t = useText()
  const say = useSay()
  if (error instanceof Problem && error.code === 'notPermitted') return <NoRight />
  const text = error instanceof Problem ? say(error.text) : t('blocks:state.unexpected')
  const requestId = error instanceof Problem ? error.requestId : null
  return (
    <div className="lp-state" role="alert">
      <Shape name="triangle" size={32} />
      <h2>{text}</h2>
      {requestId !== null && <p className="lp-figure">{t('blocks:state.request', { id: requestId })}</p>}
      {again !== undefined && (
        <button type="button" className="lp-plain-button" onClick={again}>
          {t('blocks:state.again')}
        </button>
      )}
    </div>
  )
}

export function NoRight() {
  const t = useText()
  return (
    <div className="lp-state">
      <Shape name="square" size={32} />
      <h2>{t('blocks:state.noRight')}</h2>
      <p>{t('blocks:state.noRightHelp')}</p>
    </div>
  )
}

/** The same inside a form: one line under what was refused. */
export function ProblemLine({ error }: { readonly error: unknown }) {
  const t = useText()
  const say = useSay()
  if (error === null || error === undefined) return null
  if (!(error instanceof Problem))
    return (
      <p className="lp-error" role="alert">
        {t('blocks:state.unexpected')}
      </p>
    )
  return (
    <div className="lp-error" role="alert">
      {say(error.text)}
      {error.fields.map(({ path, text }) => (
        <div key={path}>{say(text)}</div>
      ))}
      {error.requestId !== null && <small> {t('blocks:state.request', { id: error.requestId })}</small>}
    </div>
  )
}
