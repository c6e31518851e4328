import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useId, useState } from 'react'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { formatDay } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { sought } from './sought.ts'

/** Finds a claim by what a caller can say: case number, plate, telephone or policy. */
export function Search({ input }: { readonly input: RefObject<HTMLInputElement | null> }) {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const [text, setText] = useState('')
  const find = useMutation({
    mutationFn: (words: string) => answer(api.POST('/claims/search', { body: sought(words) })),
  })
  return (
    <search className="wl-search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') find.mutate(text)
        }}
      >
        <label className="lp-hidden" htmlFor={id}>
          {t('handler:search.label')}
        </label>
        <input
          ref={input}
          id={id}
          type="search"
          placeholder={t('handler:search.hint')}
          value={text}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          onChange={(event) => {
            setText(event.target.value)
            find.reset()
          }}
        />
        <button type="submit" className="lp-plain-button">
          {t('handler:search.find')}
        </button>
      </form>
      {find.isError && <ProblemLine error={find.error} />}
      {find.isSuccess && (
        <ul className="wl-found" aria-live="polite">
          {find.data.claims.length === 0 && <li>{t('handler:search.none')}</li>}
          {find.data.claims.map(({ claimId, caseNumber, line, stage, cause, lossAt }) => (
            <li key={claimId}>
              <Link to="/claims/$claimId" params={{ claimId }}>
                <CaseNumber>{caseNumber}</CaseNumber>
              </Link>{' '}
              {t(`blocks:line.${line}`)} · {t(`blocks:cause.${cause}`)} · {formatDay(lossAt, language)} ·{' '}
              {t(`blocks:stage.${stage}`)}
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
