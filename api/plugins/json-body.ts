import { DomainError } from '../../domain/errors.ts'
import type { Text } from '../../domain/text.ts'
import type { Api } from '../api.ts'

/** Nothing that a person fills in is nested deeper; a parser of 400,000 levels runs out of stack. */
const deepest = 32

/**
 * Bodies are JSON and nothing else: a form of another site cannot send it without being asked for permission.
 * `__proto__` and `constructor.prototype` are refused while parsing.
 */
export function acceptJson(app: Api): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (tooDeep(text)) done(malformed('depth', { zh: '层级过深。', en: 'This is nested too deeply.' }))
    else if (hasHalfCharacters(text))
      done(malformed('character', { zh: '含有残缺的字符。', en: 'A character is cut in half.' }))
    else void parse(request, text, done)
  })
}

function malformed(reason: string, text: Text): DomainError {
  return new DomainError('malformed', { fields: [{ path: '', reason, text }] })
}

/**
 * Half of a surrogate pair is no text: PostgreSQL refuses it in JSON, and what is encrypted would come back as another
 * character than was signed. It can only come escaped, so that other bodies are not read twice.
 */
function hasHalfCharacters(json: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(json)) return false
  let found = false
  try {
    JSON.parse(json, (key, value: unknown) => {
      found ||= !key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())
      return value
    })
  } catch {
    // What is no JSON is refused by the parser itself.
    return false
  }
  return found
}

/** Counts brackets outside strings, before anything is built from them. */
function tooDeep(json: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < json.length; index += 1) {
    const character = json.charCodeAt(index)
    if (inString) {
      if (character === backslash) index += 1
      else if (character === quote) inString = false
    } else if (character === quote) inString = true
    else if (character === openBrace || character === openBracket) {
      depth += 1
      if (depth > deepest) return true
    } else if (character === closeBrace || character === closeBracket) depth -= 1
  }
  return false
}

const [quote, backslash, openBrace, openBracket, closeBrace, closeBracket] = [
  0x22, 0x5c, 0x7b, 0x5b, 0x7d, 0x5d,
]
