import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import { useAnswerBy } from '../claim/answer-by.ts'
import { usePromise } from '../claim/promise.ts'
import { type OwnClaim, type OwnPolicy, progressQuery } from './queries.ts'

interface ClaimCardProps {
  readonly claim: OwnClaim
  /** Under which it was reported; undefined while it is not known, and for a victim, whose policy it is not. */
  readonly policy: OwnPolicy | undefined
}

/** One claim: what happened to what, where it stands, by when what comes next, and what is wanted. */
export function ClaimCard({ claim, policy }: ClaimCardProps) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { data: progress } = useQuery(progressQuery(claim.claimId))
  const promise = usePromise(progress)
  const answer = progress?.wanted.answer ?? null
  const answerBy = useAnswerBy(answer)
  return (
    <Link to="/claims/$claimId" params={{ claimId: claim.claimId }} className="my-card">
      <small>
        {t(`blocks:cause.${claim.cause}`)} · {formatInstant(claim.lossAt, language)}
      </small>
      {policy !== undefined && (
        <p>
          {insuredBy(policy)
            .map(say)
            .join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
      <p className="my-status">
        {progress === undefined ? t(`blocks:stage.${claim.stage}`) : say(progress.status)}
      </p>
      {progress !== undefined && <p>{say(progress.nextStep)}</p>}
      {claim.wantedDocuments > 0 && (
        <p className="my-wanted">{t('customer:home.wanted', { count: claim.wantedDocuments })}</p>
      )}
      {answer !== null && (
        <p className="my-wanted">
          {t('customer:home.answer')}
          {answerBy !== null && (
            <>
              <br />
              {answerBy}
            </>
          )}
        </p>
      )}
      <p>
        <small>
          {promise !== null && (
            <>
              {promise}
              <br />
            </>
          )}
          <CaseNumber>{claim.caseNumber}</CaseNumber>
        </small>
      </p>
    </Link>
  )
}

/** The insured objects, masked; a policy that insures people and no object goes by its name. */
const insuredBy = ({ objects, product }: OwnPolicy) => (objects.length === 0 ? [product] : objects)
