import { Shape, type ShapeName } from '../../../blocks/shape.tsx'
import { clauseIn } from '../../../language/clauses.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { checkText, insuredText } from '../insured-person.ts'
import type { Claim, ClaimView } from '../queries.ts'
import { Section } from './section.tsx'
import { wasSkipped } from './was-skipped.ts'

type Result = NonNullable<Claim['panel']>['lines'][number]['result']

const shapes: Readonly<Record<Result, ShapeName>> = { pass: 'tick', fail: 'triangle', refer: 'square' }

/** What the panel of checks found, each with reason and clause, and what people have established. */
export function CoverageSection({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { claim } = view
  const { panel, facts, rejection } = claim
  if (panel === null) return null
  // Nobody drove where no vehicle is insured.
  const established = claim.line.startsWith('motor')
    ? (['objectInsured', 'licenceValid', 'drunk'] as const)
    : (['objectInsured'] as const)
  const count = (result: Result) => panel.lines.filter((line) => line.result === result).length
  return (
    <Section
      id="coverage"
      title={t('claim:section.coverage')}
      finished={claim.stage !== 'acceptance'}
      skipped={wasSkipped(view, 'acceptance')}
      result={
        rejection === null
          ? t('claim:coverageResult', {
              pass: count('pass'),
              refer: count('refer'),
              fail: count('fail'),
            })
          : t('claim:rejected', { clause: clauseIn(language, rejection.clause) })
      }
    >
      {claim.panelDue && <p className="cl-warning">{t('claim:hindrance.panelRuns')}</p>}
      <table className="cl-table cl-checks">
        <tbody>
          {panel.lines.map(({ check, result, reason, clause }) => (
            <tr key={check}>
              <th scope="row">{t(checkText(claim.line, check))}</th>
              <td className="cl-state" data-state={result}>
                <Shape name={shapes[result]} /> {t(`claim:panel.${result}`)}
              </td>
              <td>
                {say(reason)} <small className="cl-soft">{clauseIn(language, clause)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cl-soft">
        {established
          .map((name) =>
            t('claim:about', {
              what: t(name === 'objectInsured' ? insuredText(claim.line) : `claim:facts.${name}`),
              about: t(`claim:known.${String(facts[name])}`),
            }),
          )
          .join(' · ')}
      </p>
    </Section>
  )
}
