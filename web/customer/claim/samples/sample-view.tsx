import type { Text } from '../../../../domain/text.ts'
import type { ChecklistItem } from '../../../../domain/rules/vocabulary.ts'
import { useSay, useText } from '../../../language/language.ts'
import { height, width } from './parts.tsx'
import { samples } from './samples.tsx'

interface SampleViewProps {
  readonly item: ChecklistItem
  /** What the item is called in the checklist of this claim. */
  readonly label: Text
}

/** How a paper looks that can be used, and what must be readable on it; folded until somebody asks. */
export function SampleView({ item, label }: SampleViewProps) {
  const t = useText()
  const say = useSay()
  const { drawing, points } = samples[item]
  return (
    <details className="my-sample">
      <summary>
        {t('customer:checklist.seeSample')}
        <span className="lp-hidden"> {say(label)}</span>
      </summary>
      <svg
        className="my-drawing"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('customer:checklist.drawing', { item: say(label) })}
      >
        {drawing}
      </svg>
      <p>
        <small>{t('customer:checklist.marked')}</small>
      </p>
      <ol>
        {points.map((point) => (
          <li key={point}>{t(`customer:samplePoint.${point}`)}</li>
        ))}
      </ol>
    </details>
  )
}
