interface BarProps {
  /** Of the whole width, from 0 to 1. */
  readonly share: number
  readonly late?: boolean
}

/** A length beside a number that says the same. */
export function Bar({ share, late = false }: BarProps) {
  return (
    <span className="bp-bar" data-late={late} aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  )
}
