import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { Case } from '../queries.ts'

/** Why a claim is late, each reason with the time since which it holds, which is said once. */
export function LateReasons({ why }: { readonly why: Case['why'] }) {
  const t = useText()
  const language = useLanguage()
  return why.map(({ code, waitingSince, level, count }, place) => (
    <div key={code}>
      {t(`board:why.${code}`, { ...(level === null ? {} : { level }), ...(count === null ? {} : { count }) })}
      {waitingSince !== null && waitingSince !== why[place - 1]?.waitingSince && (
        <small>{t('board:cases.since', { at: formatInstant(waitingSince, language) })}</small>
      )}
    </div>
  ))
}
