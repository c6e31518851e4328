import { Folded } from '../../blocks/folded.tsx'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import type { ClaimEvent } from '../claim/event-words.ts'
import { reasonOf, whoOf } from '../claim/for-people.ts'
import type { ClaimView } from '../claim/queries.ts'
import type { EditedAccount } from './edited-accounts.ts'

interface AccountEditedProps {
  readonly view: ClaimView
  readonly edited: readonly EditedAccount[]
  /** Whether it is said whose account it is. */
  readonly named: boolean
}

export function AccountEdited({ view, edited, named }: AccountEditedProps) {
  return edited.map(({ partyId, event, afterAgreement }) => (
    <Done
      key={partyId}
      view={view}
      event={event}
      how={afterAgreement ? 'accountAfterAgreement' : 'account'}
      whose={named ? view.parties.find((one) => one.partyId === partyId)?.name : undefined}
    />
  ))
}

export function Reopened({ view }: { readonly view: ClaimView }) {
  const event = view.events.findLast(({ type }) => type === 'claimReopened')
  return <Done view={view} event={event} how="reopened" />
}

interface DoneProps {
  readonly view: ClaimView
  readonly event: ClaimEvent | undefined
  readonly how: 'account' | 'accountAfterAgreement' | 'reopened'
  readonly whose?: string | undefined
}

/** Who brought a flag about, when, and why in their words; nothing where the history shown does not reach. */
function Done({ view, event, how, whose }: DoneProps) {
  const t = useText()
  const language = useLanguage()
  if (event === undefined) return null
  const note = reasonOf(event, view.events)
  const said = t(`settlement:flagged.${how}`, {
    name: whoOf(event, t) ?? '—',
    at: formatInstant(event.at, language),
  })
  return (
    <span className="se-why">
      {whose === undefined ? said : t('claim:about', { what: whose, about: said })}
      {note !== null && (
        <Folded>
          <q>{note}</q>
        </Folded>
      )}
    </span>
  )
}
