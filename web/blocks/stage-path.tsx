import type { ReactNode } from 'react'
import type { Stage } from '../../domain/claim/stages.ts'
import { formatDay } from '../language/dates.ts'
import { useLanguage, useText } from '../language/language.ts'
import { Shape, type ShapeName } from './shape.tsx'
import { Wide } from './wide.tsx'

/** The seven stages, in their order. */
export const pathStages = [
  'report',
  'documents',
  'acceptance',
  'survey',
  'adjustment',
  'approval',
  'payment',
] as const satisfies readonly Stage[]

export interface PathStep {
  readonly stage: string
  readonly standing: 'done' | 'current' | 'ahead' | 'skipped'
  readonly enteredAt: string | null
  readonly leftAt: string | null
}

const shapes: Readonly<Record<PathStep['standing'], ShapeName>> = {
  done: 'tick',
  current: 'dot',
  ahead: 'ring',
  skipped: 'dash',
}
const colours: Readonly<Record<PathStep['standing'], string>> = {
  done: 'var(--lp-good)',
  current: 'var(--lp-act)',
  ahead: 'var(--lp-soft)',
  skipped: 'var(--lp-soft)',
}

interface StagePathProps {
  readonly steps: readonly PathStep[]
  /** Down on a telephone, across on a desk. */
  readonly direction?: 'across' | 'down'
  /** What came out of a stage, or runs in it, or is ahead; of one that was passed by, the path says why itself. */
  readonly detail?: (step: PathStep) => ReactNode
}

export function StagePath({ steps, direction = 'across', detail }: StagePathProps) {
  const t = useText()
  const language = useLanguage()
  const path = (
    <ol className="lp-path" data-direction={direction} aria-label={t('blocks:path.label')}>
      {steps.map((step) => {
        const at = step.leftAt ?? step.enteredAt
        return (
          <li
            key={step.stage}
            data-standing={step.standing}
            aria-current={step.standing === 'current' ? 'step' : undefined}
          >
            <span style={{ color: colours[step.standing] }}>
              <Shape name={shapes[step.standing]} size={24} />
            </span>
            {t(`blocks:stage.${step.stage}`)}
            {/* Of a stage that was passed by, visible words tell it. */}
            {step.standing !== 'skipped' && (
              <span className="lp-hidden">{t(`blocks:standing.${step.standing}`)}</span>
            )}
            {at !== null && <small>{formatDay(at, language)}</small>}
            {step.standing === 'skipped' ? <small>{t(passedBy(step, steps))}</small> : detail?.(step)}
          </li>
        )
      })}
    </ol>
  )
  return direction === 'down' ? path : <Wide label={t('blocks:path.label')}>{path}</Wide>
}

/** Why nothing came out of a stage: only a claim that went on after the survey shows that it needed none. */
function passedBy({ stage, enteredAt }: PathStep, path: readonly PathStep[]) {
  if (enteredAt !== null) return 'blocks:path.notFinished'
  const after = path.slice(path.findIndex((one) => one.stage === 'survey') + 1)
  const wentOn = after.some((one) => one.standing !== 'skipped' || one.enteredAt !== null)
  return stage === 'survey' && wentOn ? 'blocks:path.notSurveyed' : 'blocks:path.notReached'
}
