import { Shape } from '../../../blocks/shape.tsx'
import { clauseIn } from '../../../language/clauses.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { Section } from './section.tsx'

/** Whether software settles the claim alone: every rule with its reason, and why it let go of it where it did. */
export function FastTrackSection({ view: { claim } }: { readonly view: ClaimView }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { fastTrack } = claim
  if (fastTrack === undefined) return null
  const { standing, check, left, sampled, review } = fastTrack
  const result =
    left === null ? t(`claim:fastTrack.standing.${standing}`) : t(`claim:fastTrack.left.${left.reason}`)
  return (
    <Section
      id="fastTrack"
      title={t('claim:section.fastTrack')}
      finished={standing === 'released'}
      result={result}
    >
      {check !== null && (
        <>
          <table className="cl-table">
            <tbody>
              {check.lines.map(({ rule, row, result: found, reason, clause }) => (
                <tr key={rule}>
                  <th scope="row">{t(`claim:fastTrack.rule.${rule}`)}</th>
                  <td className="cl-state" data-state={found}>
                    <Shape name={found === 'pass' ? 'tick' : 'square'} /> {t(`claim:panel.${found}`)}
                  </td>
                  <td>
                    {say(reason)}{' '}
                    <small className="cl-soft">
                      {clauseIn(language, clause)} · {row}
                    </small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="cl-soft">{t('claim:fastTrack.version', { version: check.version })}</p>
        </>
      )}
      {sampled && (
        <p>
          {review === null
            ? t('claim:fastTrack.drawn')
            : t('claim:fastTrack.reviewed', { finding: t(`claim:fastTrack.finding.${review.finding}`) })}
        </p>
      )}
    </Section>
  )
}
