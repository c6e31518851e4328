import { useQuery } from '@tanstack/react-query'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { answer, api } from '../../http/client.ts'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'

/**
 * A claim that is known by its number: what happened and when, as a way to it; the number alone where the reader may
 * not see it. It opens beside what is looked at or filled in here.
 */
export function FoundClaim({ caseNumber }: { readonly caseNumber: string }) {
  const t = useText()
  const language = useLanguage()
  const found = useQuery({
    queryKey: ['claims', 'search', caseNumber],
    queryFn: () => answer(api.POST('/claims/search', { body: { caseNumber } })),
  })
  const claim = found.data?.claims.find((one) => one.caseNumber === caseNumber)
  if (claim === undefined) return <CaseNumber>{caseNumber}</CaseNumber>
  return (
    <a href={`/staff/claims/${claim.claimId}`} target="_blank" rel="noreferrer">
      <CaseNumber>{caseNumber}</CaseNumber> · {t(`blocks:cause.${claim.cause}`)} ·{' '}
      {formatInstant(claim.lossAt, language)} · {t(`blocks:stage.${claim.stage}`)}
    </a>
  )
}
