import type { Text } from '../../domain/text.ts'
import type { components } from './schema.d.ts'

type Refusal = components['schemas']['Problem']
export type ProblemCode = Refusal['code'] | 'offline'

interface Told {
  readonly code: ProblemCode
  readonly status: number
  readonly text: Text
  readonly instance: string | null
  readonly fields?: Refusal['fields']
}

const offline: Text = {
  zh: '无法连接到服务器，请检查网络后重试；您填写的内容不会丢失。',
  en: 'The server cannot be reached. Check your connection and try again; your input is kept.',
}

const unreadable: Text = {
  zh: '系统出错，请稍后再试。',
  en: 'Something went wrong on our side; try again in a moment.',
}

const unclear: ReadonlySet<ProblemCode> = new Set([
  'offline',
  'unexpected',
  'temporarilyUnavailable',
  'tooManyRequests',
])

/** Every way in which a request comes to nothing, as one kind: a refusal (RFC 9457), or no answer at all. */
export class Problem extends Error {
  readonly code: ProblemCode
  /** 0 when nobody answered. */
  readonly status: number
  readonly text: Text
  /** By which somebody can look it up; null when nobody answered. */
  readonly requestId: string | null
  /** What is wrong with which field, by JSON pointer into what was sent. */
  readonly fields: NonNullable<Refusal['fields']>
  /** What the refusal holds besides, such as the newest version. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(refusal: Told) {
    super(refusal.code)
    this.code = refusal.code
    this.status = refusal.status
    this.text = refusal.text
    this.requestId = refusal.instance
    this.fields = refusal.fields ?? []
    this.details = { ...refusal }
  }

  /** Whether it may have taken effect all the same: it is to be sent again under the same key. */
  get unclear(): boolean {
    return unclear.has(this.code)
  }

  static offline(): Problem {
    return new Problem({ code: 'offline', status: 0, text: offline, instance: null })
  }

  /** Of an answer that is no success, and its body as far as somebody has read it. */
  static of(response: Response, body: unknown): Problem {
    if (typeof body === 'object' && body !== null && 'code' in body) return new Problem(body as Told)
    return new Problem({
      code: 'unexpected',
      status: response.status,
      text: unreadable,
      instance: response.headers.get('x-request-id'),
    })
  }
}
