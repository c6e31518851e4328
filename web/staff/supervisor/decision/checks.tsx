import { useQuery } from '@tanstack/react-query'
import { Shape, type ShapeName } from '../../../blocks/shape.tsx'
import { clauseIn } from '../../../language/clauses.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { checkText } from '../../claim/insured-person.ts'
import { type ClaimView, sheetQuery } from '../../claim/queries.ts'
import type { Settlement } from '../../settlement/queries.ts'

const shapes = { pass: 'tick', fail: 'triangle', refer: 'square' } as const satisfies Record<
  string,
  ShapeName
>

interface ChecksProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** Flags first, then what the acceptance panel has found, each with its reason and clause. */
export function Checks({ view, settlement }: ChecksProps) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const sheet = useQuery(sheetQuery(view.claimId, settlement.sheetVersion))
  const flags = flagsOf(view, settlement)
  if (sheet.data?.rerun.agrees === false) flags.push('differs')
  if (sheet.data?.result.wordingVerified === false) flags.push('wordingUnverified')
  return (
    <section className="st-paper" aria-labelledby="checks">
      <h2 id="checks">{t('supervisor:checks.title')}</h2>
      {flags.length === 0 ? (
        <p>
          <Shape name="tick" /> {t('supervisor:checks.noFlags')}
        </p>
      ) : (
        <ul className="su-flags">
          {flags.map((flag) => (
            <li key={flag}>
              <Shape name="square" size={12} /> {t(`supervisor:flag.${flag}`)}
            </li>
          ))}
        </ul>
      )}
      <ul className="su-checks">
        {view.claim.panel?.lines.map(({ check, result, reason, clause }) => (
          <li key={check} data-result={result}>
            <Shape name={shapes[result]} />
            <strong>{t(checkText(view.claim.line, check))}</strong>
            <span>{t(`claim:panel.${result}`)}</span>
            <span>
              {say(reason)} <small>{clauseIn(language, clause)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function flagsOf({ claim }: ClaimView, settlement: Settlement): string[] {
  const { injury, death, thirdParty, doubtful, duplicates, reopenedTimes } = claim
  const edited = settlement.payees.some(
    ({ partyId }) => (claim.parties.find(({ id }) => id === partyId)?.payeeEditedBy ?? null) !== null,
  )
  const flags = {
    doubtful,
    duplicates: duplicates.length > 0,
    reopened: reopenedTimes > 0,
    death,
    injury,
    thirdParty,
    accountByStaff: edited,
  }
  return Object.entries(flags).flatMap(([name, raised]) => (raised ? [name] : []))
}
