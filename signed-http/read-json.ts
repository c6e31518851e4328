const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The value in the bytes, or undefined when they are not UTF-8 or not JSON: a damaged message is no exception. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    return undefined
  }
}
