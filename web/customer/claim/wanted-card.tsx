import { useSay, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'
import { AccountForm } from './account-form.tsx'
import { useAnswerBy } from './answer-by.ts'

/** What the claim waits for from its customer; nothing when it waits for nothing. */
export function WantedCard({ progress }: { readonly progress: Progress }) {
  const t = useText()
  const say = useSay()
  const { documents, answer, account } = progress.wanted
  const answerBy = useAnswerBy(answer)
  const party = progress.parties.find((one) => one.account === null)
  if (documents.length === 0 && answer === null && !account) return null
  return (
    <section className="my-card my-wanted-card">
      <h2>{t('customer:claim.wanted')}</h2>
      {answer !== null && (
        <>
          <p>
            <a className="my-wanted" href="#amount">
              {t('customer:home.answer')}
            </a>
          </p>
          {answerBy !== null && <p>{answerBy}</p>}
        </>
      )}
      {documents.length > 0 && (
        <>
          <p>
            <a className="my-wanted" href="#checklist">
              {t('customer:home.wanted', { count: documents.length })}
            </a>
          </p>
          <ul>
            {documents.map(({ item, label, refusedFor }) => (
              <li key={item}>
                {say(label)}
                {refusedFor !== null && <small> · {t(`customer:refused.${refusedFor}`)}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
      {account && party !== undefined && <AccountForm claimId={progress.claimId} partyId={party.partyId} />}
    </section>
  )
}
