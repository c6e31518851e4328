import { useState } from 'react'
import { useText } from '../../language/language.ts'

const remembered = 'lipei.welcome'

/** What one can do here, in three lines, until it has been read. */
export function WelcomeCard() {
  const t = useText()
  const [read, setRead] = useState(() => localStorage.getItem(remembered) !== null)
  if (read) return null
  return (
    <section className="my-card">
      <h2>{t('customer:welcome.title')}</h2>
      <ol className="my-numbered">
        {(['report', 'follow', 'write'] as const).map((line) => (
          <li key={line}>{t(`customer:welcome.${line}`)}</li>
        ))}
      </ol>
      <p>
        <small>{t('customer:welcome.print')}</small>
      </p>
      <p>
        <button
          type="button"
          className="lp-plain-button"
          onClick={() => {
            localStorage.setItem(remembered, 'read')
            setRead(true)
          }}
        >
          {t('customer:welcome.close')}
        </button>
      </p>
    </section>
  )
}
