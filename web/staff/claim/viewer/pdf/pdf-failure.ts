/** Why a PDF is not shown in place; each has its sentence in the texts. */
export type PdfFailure = 'damaged' | 'locked' | 'tooMuch' | 'noReader'

/** So long may one step of a PDF take, then it is given up; milliseconds. */
const patience = 30_000

/** A PDF that would be drawn for ever, by mistake or on purpose. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/** What reads PDFs did not load: an old page after a new version, or a browser without it. */
export class NoReader extends Error {
  override readonly name = 'NoReader'
}

/** By the names under which the library throws; whatever else goes wrong in it, the file is not as it should be. */
export function failureOf(error: unknown): PdfFailure {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'locked'
  if (name === 'TooMuch') return 'tooMuch'
  if (name === 'NoReader') return 'noReader'
  return 'damaged'
}

/**
 * Gives up what takes too long. A page in a tab behind others draws nothing until it is looked at: that time is not
 * counted against the file.
 */
export async function inTime<T>(
  work: Promise<T>,
  limit = patience,
  hidden = () => document.hidden,
): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const watch = () => setTimeout(() => (hidden() ? (timer = watch()) : reject(new TooMuch())), limit)
  let timer = watch()
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
