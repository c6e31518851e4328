import { Thumbnails } from '../viewer/thumbnail.tsx'
import { Folded } from '../../../blocks/folded.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import type { Claim, ClaimView } from '../queries.ts'
import { Section } from './section.tsx'
import { wasSkipped } from './was-skipped.ts'

const standing = ({ answer }: Claim['survey']['offers'][number]) => answer ?? 'open'

/** Whether somebody went there, who was asked, and what they found. */
export function SurveySection({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { claim, survey, documents, people } = view
  const { need, offers, surveyorId } = claim.survey
  if (need === null) return null
  const nameOf = (personId: string | null) => people.find((one) => one.personId === personId)?.name ?? ''
  const body = survey?.body
  const skipped = wasSkipped(view, 'survey')
  const result = !need.required
    ? t('claim:survey.notNeeded')
    : skipped
      ? t('blocks:path.notFinished')
      : surveyorId === null
        ? t('claim:survey.asking')
        : t(body === undefined ? 'claim:survey.given' : 'claim:survey.reported', { who: nameOf(surveyorId) })
  return (
    <Section
      id="survey"
      title={t('claim:section.survey')}
      finished={claim.stage !== 'survey'}
      skipped={skipped}
      result={result}
    >
      <p>{say(need.reason)}</p>
      {offers.length > 0 && (
        <ul className="cl-plain">
          {offers.map((offer) => (
            <li key={`${offer.surveyorId} ${offer.at}`}>
              {formatInstant(offer.at, language)} · {nameOf(offer.surveyorId)} ·{' '}
              {t(`claim:offer.${standing(offer)}`)}
            </li>
          ))}
        </ul>
      )}
      {body !== undefined && (
        <>
          <p>
            <strong>{t('claim:survey.findings')}</strong> <Folded>{body.findings}</Folded>
          </p>
          <p>
            <strong>{t('claim:survey.conclusion')}</strong> <Folded>{body.conclusion}</Folded>
          </p>
          {body.statements?.map(({ by, text }, index) => (
            <blockquote key={`${by} ${index}`} className="cl-words">
              {t('claim:about', { what: t(`claim:speaker.${by}`), about: text })}
            </blockquote>
          ))}
          <Thumbnails
            claimId={view.claimId}
            documents={documents.filter(({ documentId }) =>
              body.photographs?.some((one) => one.documentId === documentId),
            )}
          />
        </>
      )}
    </Section>
  )
}
