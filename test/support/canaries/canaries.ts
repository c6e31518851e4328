/** Values that occur nowhere else, planted in what people enter, and looked for where they must not be. */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { identityCheckCharacter } from '../../../domain/identity/identity-number.ts'
import { vehicleCheckCharacter } from '../../../domain/identity/vehicle-identification-number.ts'

/** Of names that nobody on the staff has; two of them after a surname are hardly met by chance. */
const rareCharacters = '钘祎犇骉焱鑫淼垚昪翀赟璟玥芃芾荻菡蓥蔺薏'
const plateCharacters = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
const pick = (from: string) => Array.from(from)[randomInt(Array.from(from).length)] ?? ''

export interface Found {
  readonly label: string
  readonly where: string
}

export class Canaries {
  readonly #labels = new Map<string, string>()
  /** Random enough that their plain hash tells nothing. */
  readonly #tokens = new Set<string>()

  get count(): number {
    return this.#labels.size
  }

  /** What is planted, by kind: the part of each label before its first space. */
  get kinds(): ReadonlySet<string> {
    return new Set([...this.#labels.values()].map((label) => label.split(' ')[0] ?? ''))
  }

  /** A value that is secret although we did not make it, such as a session's token. */
  add(label: string, value: string): string {
    this.#labels.set(value, label)
    return value
  }

  addToken(label: string, value: string): string {
    this.#tokens.add(value)
    return this.add(label, value)
  }

  /** Free text: a sentence of which one word is looked for. */
  text(label: string): string {
    const word = `zq${randomBytes(6).toString('hex')}`
    this.add(`text ${label}`, word)
    return `暗记${word}，请勿外传。`
  }

  /** The same as a single word, for fields that take no sentence. */
  word(label: string): string {
    return this.add(`text ${label}`, `zq${randomBytes(6).toString('hex')}`)
  }

  name(label: string): string {
    return this.add(`name ${label}`, `欧阳${pick(rareCharacters)}${pick(rareCharacters)}`)
  }

  phone(label: string): string {
    return this.add(`phone ${label}`, `199${digits(8)}`)
  }

  identityNumber(label: string): string {
    const body = `44030419${70 + randomInt(25)}0${1 + randomInt(9)}1${randomInt(9)}${digits(3)}`
    return this.add(`identityNumber ${label}`, body + identityCheckCharacter(body))
  }

  plate(label: string): string {
    const serial = Array.from({ length: 4 }, () => pick(plateCharacters)).join('')
    return this.add(`plate ${label}`, `黑R${serial}${randomInt(10)}`)
  }

  vehicleNumber(label: string): string {
    const draft = `LSVAA41${digits(1)}0A${digits(7)}`
    return this.add(`vehicle ${label}`, draft.slice(0, 8) + vehicleCheckCharacter(draft) + draft.slice(9))
  }

  account(label: string): string {
    return this.add(`account ${label}`, `4403${digits(12)}`)
  }

  password(label: string): string {
    return this.add(`password ${label}`, `Zq-${randomBytes(9).toString('base64url')}-密码`)
  }

  /** Which of them are in there, as they are or in one of the forms that values are written in. */
  lookIn(where: string, content: string | Uint8Array): readonly Found[] {
    // Latin-1 keeps every byte, so that one search goes through text and binary files alike.
    const bytes = (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)).toString(
      'latin1',
    )
    return [...this.#labels]
      .filter(([value]) =>
        [...formsOf(value), ...(this.#tokens.has(value) ? [] : hashesOf(value))].some((form) =>
          contains(bytes, form),
        ),
      )
      .map(([, label]) => ({ label, where }))
  }
}

const latin = (text: string) => Buffer.from(text).toString('latin1')

/** Of a phone or a plate those are found by trying. */
function hashesOf(value: string): readonly string[] {
  const sha256 = createHash('sha256').update(value).digest()
  const md5 = createHash('md5').update(value).digest('hex')
  return [sha256.toString('hex'), sha256.toString('base64url'), sha256.toString('base64'), md5]
}

/** A value in JSON, in a URL, in base64 and in hex. */
function formsOf(value: string): readonly string[] {
  const utf8 = Buffer.from(value)
  const escaped = Array.from(value, (one) =>
    one.charCodeAt(0) < 128 ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [
    latin(value),
    escaped.join(''),
    encodeURIComponent(value),
    // Without its last characters, which depend on what follows.
    utf8.toString('base64').slice(0, Math.floor(utf8.length / 3) * 4),
    utf8.toString('hex'),
  ].filter((form) => form.length >= 6)
}

/** Six digits are found by chance in a larger number or in the fraction of a second. */
function contains(bytes: string, form: string): boolean {
  if (!/^\d{6}$/.test(form)) return bytes.includes(form)
  return new RegExp(`(?<![\\w.])${form}(?!\\w)`).test(bytes)
}
