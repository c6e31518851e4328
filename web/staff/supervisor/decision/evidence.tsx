import { Folded } from '../../../blocks/folded.tsx'
import { Shape } from '../../../blocks/shape.tsx'
import { formatDay } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import type { ClaimView } from '../../claim/queries.ts'

/** Every paper and photograph as a small picture that opens the large one, and what the surveyor concluded. */
export function Evidence({ view: { claimId, claim, documents, survey } }: { readonly view: ClaimView }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const conclusion = survey?.body.conclusion ?? null
  return (
    <section className="st-paper" aria-labelledby="evidence">
      <h2 id="evidence">{t('supervisor:evidence.title', { count: documents.length })}</h2>
      {conclusion !== null && (
        <p>
          {t('supervisor:evidence.survey')}{' '}
          <Folded>
            <q>{conclusion}</q>
          </Folded>
        </p>
      )}
      {documents.length === 0 && <p>{t('supervisor:evidence.none')}</p>}
      <ul className="su-strip">
        {documents.map(({ documentId, name, mediaType, state, receivedAt }) => {
          const path = `/claims/${claimId}/documents/${documentId}`
          // Names of files say little: what a paper is for, its place in the checklist says.
          const line = claim.checklist.find((one) => one.documentIds.includes(documentId))
          const picture = state === 'ready' && mediaType.startsWith('image/')
          return (
            <li key={documentId}>
              <a href={`${path}/${picture ? 'view' : 'original'}`} target="_blank" rel="noreferrer">
                {picture ? (
                  <img src={`${path}/thumbnail`} alt="" loading="lazy" />
                ) : (
                  <span className="su-file">
                    {mediaType === 'application/pdf' ? 'PDF' : <Shape name="square" size={32} />}
                  </span>
                )}
                <span className="su-caption" title={name}>
                  {line === undefined ? name : say(line.label)}
                </span>
                <small>{formatDay(receivedAt, language)}</small>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
