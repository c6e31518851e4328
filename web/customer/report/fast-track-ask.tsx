import { fenFromYuan } from '../../../domain/money.ts'
import type { Line } from '../../../domain/policy/terms.ts'
import { Field } from '../../blocks/field.tsx'
import { useText } from '../../language/language.ts'
import { emptyAsk, type FastTrackAsk } from './draft.ts'
import type { StepProps } from './what-step.tsx'

const loss = {
  motorCommercial: { coverage: 'ownDamage', item: 'vehicleRepair' },
  accident: { coverage: 'accidentMedical', item: 'treatment' },
  health: { coverage: 'healthMedical', item: 'treatment' },
} as const satisfies Partial<Record<Line, object>>

type FastLine = keyof typeof loss
const isFast = (line: Line): line is FastLine => Object.hasOwn(loss, line)

/** Fen from what people type; undefined for what is no amount above nothing. */
function read(text: string): number | undefined {
  try {
    const minor = fenFromYuan(text.replaceAll(/[,，¥\s]/g, ''))
    return minor > 0 ? minor : undefined
  } catch {
    return undefined
  }
}

/** A small loss put in figures by whoever had it, with the amount that they agree to: it may be paid at once. */
export function FastTrackAskFields({ draft, fill, policy: { line } }: StepProps) {
  const t = useText()
  if (!isFast(line)) return null
  const ask = draft.fastTrack ?? emptyAsk
  const change = (changed: Partial<FastTrackAsk>) => fill({ fastTrack: { ...ask, ...changed } })
  const declaration = line === 'motorCommercial' ? 'motor' : 'medical'
  return (
    <details className="my-card" open={draft.fastTrack !== null}>
      <summary className="my-wanted">{t('customer:fastTrack.ask')}</summary>
      <p>{t('customer:fastTrack.what')}</p>
      <Field
        label={t('customer:fastTrack.receipts')}
        inputMode="decimal"
        value={ask.receipts}
        onChange={({ target }) => change({ receipts: target.value })}
      />
      <Field
        label={t('customer:fastTrack.agreed')}
        inputMode="decimal"
        value={ask.agreed}
        onChange={({ target }) => change({ agreed: target.value })}
      />
      <label>
        <input
          type="checkbox"
          checked={ask.declared}
          onChange={({ target }) => change({ declared: target.checked })}
        />{' '}
        {t(`customer:fastTrack.declared.${declaration}`)}
      </label>
    </details>
  )
}

/** What the report says of it; nothing unless figures and declaration are complete. */
export function smallClaimOf({ fastTrack }: StepProps['draft'], line: Line) {
  if (fastTrack === null || !fastTrack.declared || !isFast(line)) return undefined
  const [askedMinor, agreedMinor] = [read(fastTrack.receipts), read(fastTrack.agreed)]
  if (askedMinor === undefined || agreedMinor === undefined) return undefined
  return {
    lines: [{ ...loss[line], askedMinor }],
    agreedMinor,
    noExclusion: true,
    ...(line === 'motorCommercial' ? { licenceValid: true, drunk: false } : { socialInsuranceSettled: true }),
  }
}
