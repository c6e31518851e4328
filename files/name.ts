/**
 * Names of uploaded files, for people only: no path is ever made of one. The sender
 * chose them, so they may try to look like another file, another folder or a header.
 */
const longestName = 120
// Its end counts: the name comes after the path, the extension last.
const longestInput = 1000

// Control characters, direction overrides (RTLO), zero-width characters and halves of pairs.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
// Formulas of spreadsheets, hidden files.
const leading = /^[\s.=+@-]+/u
const trailing = /[\s.]+$/u
const forbiddenInWindows = /[<>:"|?*]/g
const reservedInWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** The part after the last dot in lower case, or an empty string. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase()
}

function shorten(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= longestName) return name
  const extension = extensionOf(name)
  const ending = extension === '' || extension.length > 10 ? '' : `.${extension}`
  return (
    characters
      .slice(0, longestName - ending.length)
      .join('')
      .replace(trailing, '') + ending
  )
}

/** A name of at most 120 characters without path, tricks or invisible characters; `file` when nothing is left. */
export function displayName(raw: string): string {
  const visible = raw.slice(-longestInput).normalize('NFC').replace(invisible, '')
  const last = visible.split(/[/\\／＼⁄∕]/u).findLast((part) => part.trim() !== '') ?? ''
  const clean = last.replace(forbiddenInWindows, '_').replace(leading, '').replace(trailing, '')
  const safe = reservedInWindows.test(clean) ? `_${clean}` : clean
  return safe === '' ? 'file' : shorten(safe)
}

/**
 * Value of `Content-Disposition` (RFC 6266): an ASCII name for old readers and the real
 * one percent-encoded (RFC 8187, before: 5987). Safe for every input: nothing but
 * printable ASCII without quotes comes out.
 */
export function contentDisposition(
  name: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): string {
  const shown = displayName(name)
  const ascii =
    shown
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\w .()-]/g, '_') || 'file'
  const encoded = encodeURIComponent(shown).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
