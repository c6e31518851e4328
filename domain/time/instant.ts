/** Milliseconds since 1970-01-01T00:00Z, always handed in: the database's clock is the authority. */
export type Instant = number

/** A day in the insurer's calendar, `YYYY-MM-DD`, Asia/Shanghai. */
export type CivilDate = string
