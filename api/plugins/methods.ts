const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** RFC 9110, 9.2.1: a safe method asks for nothing to be changed. */
export function isSafe(method: string): boolean {
  return safe.has(method)
}
