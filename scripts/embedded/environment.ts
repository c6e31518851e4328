/**
 * Scripts start programs, and programs need `PATH`, `HOME` and the rest of the
 * environment. This is the one place outside `config.ts` that reads it: what the
 * product itself is configured with is still read in `config.ts` only.
 */
export type Environment = Readonly<Record<string, string>>

/** Every variable that is set, as a plain copy. */
export function inheritedEnvironment(): Environment {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
