import { formatTerm } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

interface ContactCardProps {
  readonly progress: Progress
  /** By when they call; null where it is said already. */
  readonly callBy: string | null
}

/** Who is there for this customer, and how to call them. */
export function ContactCard({ progress, callBy }: ContactCardProps) {
  const t = useText()
  const language = useLanguage()
  const { contact, surveyor } = progress
  if (contact === null && surveyor === null) return null
  return (
    <section className="my-card">
      <h2>{t('customer:claim.contact')}</h2>
      {contact !== null && <Caller person={contact} role={t('customer:claim.contactRole')} />}
      {callBy !== null && <p>{t('customer:claim.callBy', { term: formatTerm(callBy, language) })}</p>}
      {surveyor !== null && <Caller person={surveyor} role={t('blocks:role.surveyor')} />}
    </section>
  )
}

interface CallerProps {
  readonly person: { readonly name: string; readonly workPhone: string }
  readonly role: string
}

function Caller({ person, role }: CallerProps) {
  const t = useText()
  return (
    <div className="my-caller">
      <span>
        {person.name}
        <small>{role}</small>
      </span>
      <a className="my-call" href={`tel:${person.workPhone}`}>
        {t('customer:claim.call', { phone: person.workPhone })}
      </a>
    </div>
  )
}
