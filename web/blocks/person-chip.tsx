interface PersonChipProps {
  readonly name: string
  /** What they are in the claim or in the house. */
  readonly role?: string
  readonly phone?: string | null
}

/** A person with their sign, their part, and a way to call them when there is one. */
export function PersonChip({ name, role, phone = null }: PersonChipProps) {
  return (
    <span className="lp-person">
      <span className="lp-person-sign" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span>
        {name}
        {role !== undefined && <small>{role}</small>}
        {phone !== null && (
          <small>
            <a href={`tel:${phone}`}>{phone}</a>
          </small>
        )}
      </span>
    </span>
  )
}
