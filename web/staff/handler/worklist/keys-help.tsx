import { useText } from '../../../language/language.ts'

const keys = ['j', 'k', 'Enter', '/', '?'] as const
const names = { j: 'next', k: 'previous', Enter: 'open', '/': 'search', '?': 'help' } as const

export function KeysHelp() {
  const t = useText()
  return (
    <dl className="wl-keys">
      {keys.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(`handler:keys.${names[key]}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
