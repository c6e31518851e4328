import { HistoryLine } from '../../../blocks/history-line.tsx'
import { formatMoney } from '../../../blocks/money.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { RulingLine } from '../../settlement/chain.tsx'
import { useEventWords } from '../../claim/event-words.ts'
import type { ClaimView } from '../../claim/queries.ts'
import type { Settlement } from '../../settlement/queries.ts'
import { rulingsOn } from '../../settlement/rulings.ts'
import { differences, lastLooked, type Difference } from './differences.ts'

interface ChangesProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** What is other than when somebody last decided on the money of this claim. */
export function Changes({ view, settlement }: ChangesProps) {
  const t = useText()
  const language = useLanguage()
  const words = useEventWords(view.claim)
  const { before, since, happened } = lastLooked(view, settlement)
  const ended = before === undefined ? undefined : rulingsOn(view, before).at(-1)
  const nameOf = (partyId: string) => view.parties.find((one) => one.partyId === partyId)?.name ?? '—'
  return (
    <section className="st-paper" aria-labelledby="changes">
      <h2 id="changes">{t('supervisor:changes.title')}</h2>
      {since === null ? (
        <p>{t('supervisor:changes.first')}</p>
      ) : (
        <p>{t('supervisor:changes.since', { at: formatInstant(since, language) })}</p>
      )}
      {ended !== undefined && <RulingLine ruling={ended} />}
      {before !== undefined && <Differences found={differences(before, settlement)} nameOf={nameOf} />}
      {since !== null && happened.length === 0 && <p>{t('supervisor:changes.nothing')}</p>}
      {happened.map((event) => (
        <HistoryLine
          key={event.sequence}
          at={event.at}
          what={words(event)}
          who={event.actorName}
          why={event.note}
        />
      ))}
    </section>
  )
}

interface DifferencesProps {
  readonly found: readonly Difference[]
  readonly nameOf: (partyId: string) => string
}

function Differences({ found, nameOf }: DifferencesProps) {
  const t = useText()
  const shown = (minor: number | null) => (minor === null ? '—' : formatMoney(minor))
  return (
    <table className="se-table">
      <caption className="lp-hidden">{t('supervisor:changes.compared')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('supervisor:changes.what')}</th>
          {(['before', 'now', 'difference'] as const).map((column) => (
            <th key={column} scope="col" className="lp-money">
              {t(`supervisor:changes.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.map(({ partyId, before, now, accountChanged }) => (
          <tr key={partyId ?? 'all'} data-changed={before !== now || accountChanged}>
            <th scope="row">
              {partyId === null ? t('supervisor:changes.amount') : nameOf(partyId)}
              {accountChanged && <small> · {t('supervisor:changes.account')}</small>}
            </th>
            <td className="lp-money">{shown(before)}</td>
            <td className="lp-money">{shown(now)}</td>
            <td className="lp-money">
              {before === now ? t('supervisor:changes.same') : signed((now ?? 0) - (before ?? 0))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const signed = (minor: number) => `${minor > 0 ? '+' : ''}${formatMoney(minor)}`
