import { Link } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import type { paths } from '../../../http/schema.d.ts'
import { formatTerm } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'

export type RegisteredClaim = paths['/claims']['post']['responses'][201]['content']['application/json']

interface RegisteredProps {
  readonly claim: RegisteredClaim
  readonly again: () => void
}

/** What the caller is told: number, who calls by when, what to send, and what happens then. */
export function Registered({ claim, again }: RegisteredProps) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <h2>
        {t('handler:report.done')} <CaseNumber>{claim.caseNumber}</CaseNumber>
      </h2>
      {claim.contact !== null && (
        <p>
          {t('claim:header.contact')} {claim.contact.name} {claim.contact.workPhone}
          {claim.callBy !== null && <> · {formatTerm(claim.callBy, language)}</>}
        </p>
      )}
      <ol>
        {claim.nextSteps.map((step) => (
          <li key={step.zh}>{say(step)}</li>
        ))}
      </ol>
      <h2>{t('claim:section.documents')}</h2>
      <ul>
        {claim.checklist
          .filter(({ need }) => need === 'required')
          .map(({ item, label, original }) => (
            <li key={item}>
              {say(label)}
              {original && <small> · {t('claim:review.original')}</small>}
            </li>
          ))}
      </ul>
      <Link to="/claims/$claimId" params={{ claimId: claim.claimId }}>
        {t('handler:report.open')}
      </Link>{' '}
      <button type="button" className="lp-quiet-button" onClick={again}>
        {t('handler:report.next')}
      </button>
    </>
  )
}
