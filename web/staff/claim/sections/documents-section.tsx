import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { Shape, type ShapeName } from '../../../blocks/shape.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { missingItems } from '../moves.ts'
import type { Claim, ClaimView } from '../queries.ts'
import { Thumbnails } from '../viewer/thumbnail.tsx'
import { Section } from './section.tsx'
import { wasSkipped } from './was-skipped.ts'

type Line = Claim['checklist'][number]

const shapes: Readonly<Record<Line['state'], ShapeName>> = {
  accepted: 'tick',
  received: 'dot',
  wanted: 'ring',
  refused: 'triangle',
}

/** Of what is wanted only in certain cases nobody waits for it, and it must not read as if somebody did. */
const standingOf = ({ need, state }: Line) =>
  need === 'conditional' && state === 'wanted' ? 'conditional' : state

/** The checklist of this claim with what has come for each item, and the one notice. */
export function DocumentsSection({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { claimId, claim, documents } = view
  const accepted = claim.checklist.filter(({ state }) => state === 'accepted').length
  const inWork = claim.stage === 'report' || claim.stage === 'documents'
  return (
    <Section
      id="documents"
      title={t('claim:section.documents')}
      finished={!inWork}
      skipped={wasSkipped(view, 'documents')}
      result={t('claim:documents.result', {
        accepted,
        missing: missingItems(claim).length,
        all: documents.length,
      })}
    >
      <Wide label={t('claim:section.documents')}>
        <table className="cl-table">
          <tbody>
            {claim.checklist.map((line) => (
              <tr key={line.item} data-state={line.state}>
                <th scope="row">
                  {say(line.label)}
                  {line.original && <small> · {t('claim:review.original')}</small>}
                </th>
                <td className="cl-state" data-state={line.state}>
                  <Shape name={shapes[line.state]} /> {t(`claim:itemState.${standingOf(line)}`)}
                  {line.refusedFor !== null && <small> · {t(`claim:refusal.${line.refusedFor}`)}</small>}
                </td>
                <td>
                  <Thumbnails
                    claimId={claimId}
                    documents={documents.filter(({ documentId }) => line.documentIds.includes(documentId))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {claim.notices.map((notice) => (
        <p key={notice.id}>
          {t('claim:documents.notice', { at: formatInstant(notice.issuedAt, language) })}{' '}
          {notice.items
            .map((item) => {
              const line = claim.checklist.find((one) => one.item === item)
              return line === undefined ? item : say(line.label)
            })
            .join('、')}{' '}
          ·{' '}
          {notice.deliveredAt === null
            ? t('claim:documents.undelivered')
            : t('claim:documents.delivered', { at: formatInstant(notice.deliveredAt, language) })}
          {notice.answeredAt !== null && <> · {t('claim:documents.answered')}</>}
        </p>
      ))}
    </Section>
  )
}
