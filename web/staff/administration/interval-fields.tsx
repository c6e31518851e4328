import { Field } from '../../blocks/field.tsx'
import { useText } from '../../language/language.ts'

interface IntervalFieldsProps {
  /** Local times as the fields hold them; empty when nothing is said. */
  readonly from: string
  readonly to: string
  readonly setFrom: (from: string) => void
  readonly setTo: (to: string) => void
}

/** From when until when something holds. */
export function IntervalFields({ from, to, setFrom, setTo }: IntervalFieldsProps) {
  const t = useText()
  return (
    <>
      <Field
        label={t('administration:interval.from')}
        type="datetime-local"
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      />
      <Field
        label={t('administration:interval.to')}
        type="datetime-local"
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
    </>
  )
}
