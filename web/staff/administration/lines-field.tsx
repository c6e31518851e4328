import { useText } from '../../language/language.ts'
import { type Line, lines } from '../lines.ts'

interface LinesFieldProps {
  readonly chosen: readonly Line[]
  readonly change: (chosen: readonly Line[]) => void
}

/** The lines of business that somebody works on. */
export function LinesField({ chosen, change }: LinesFieldProps) {
  const t = useText()
  return (
    <fieldset className="ad-skills">
      <legend>{t('administration:new.skills')}</legend>
      {lines.map((line) => (
        <label key={line}>
          <input
            type="checkbox"
            checked={chosen.includes(line)}
            onChange={({ target }) =>
              change(target.checked ? [...chosen, line] : chosen.filter((one) => one !== line))
            }
          />
          {t(`blocks:line.${line}`)}
        </label>
      ))}
    </fieldset>
  )
}
