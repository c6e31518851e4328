import { Money } from '../../../blocks/money.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { policyDays } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { Section } from './section.tsx'

/** The contract as it was at the moment of the loss. */
export function PolicySection({ view: { claim, policy, insuredObjects } }: { readonly view: ClaimView }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { terms } = policy
  const later = claim.stage !== 'report' && claim.stage !== 'documents' && claim.stage !== 'acceptance'
  return (
    <Section
      id="policy"
      title={t('claim:section.policy')}
      finished={later}
      result={`${policy.policyNumber} · ${t(`claim:premium.${policy.premiumStatus}`)}`}
    >
      <p>
        {t('claim:policy.term', policyDays(policy, language))}
        {policy.cancelled && <strong className="lp-error"> {t('claim:policy.cancelled')}</strong>}
        {policy.endorsementNumbers.length > 0 && (
          <> · {t('claim:policy.endorsements', { numbers: policy.endorsementNumbers.join('、') })}</>
        )}
      </p>
      {insuredObjects.map((object, place) => (
        <p key={place}>{t('claim:about', { what: t('claim:policy.object'), about: say(object) })}</p>
      ))}
      <Wide label={t('claim:section.policy')}>
        <table className="cl-table">
          <thead>
            <tr>
              <th scope="col">{t('claim:policy.coverage')}</th>
              <th scope="col" data-money>
                {t('claim:policy.sum')}
              </th>
              <th scope="col" data-money>
                {t('claim:policy.deductible')}
              </th>
            </tr>
          </thead>
          <tbody>
            {terms.coverages.map(({ coverage, subject, sumInsuredMinor, deductibleMinor }) => (
              <tr key={`${coverage} ${subject ?? ''}`}>
                <th scope="row">
                  {t(`claim:coverage.${coverage}`)}
                  {subject !== undefined && <small> · {t(`claim:subject.${subject}`)}</small>}
                  {coverage === 'compulsoryMotor' && policy.compulsoryPolicyNumber !== undefined && (
                    <small> · {t('claim:policy.elsewhere', { number: policy.compulsoryPolicyNumber })}</small>
                  )}
                </th>
                <td className="lp-money">
                  <Money minor={sumInsuredMinor} />
                </td>
                <td className="lp-money">
                  {deductibleMinor === undefined ? '—' : <Money minor={deductibleMinor} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="cl-soft">
        {t('claim:about', {
          what: t('claim:policy.wording'),
          about: t(`claim:wording.${terms.wordingId}`),
        })}{' '}
        · {t(terms.disclosureProof === undefined ? 'claim:policy.noProof' : 'claim:policy.proof')}
      </p>
    </Section>
  )
}
