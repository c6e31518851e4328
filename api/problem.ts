import { type RefusalCode, type RefusalDetails, refusals } from '../domain/errors.ts'
import type { Text } from '../domain/text.ts'

export type Language = keyof Text

/** RFC 9457, with the text in both languages, so that a screen can change its language without asking again. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly text: Text
  /** The id of the request, which is in the logs and in the audit. */
  readonly instance: string
  readonly [detail: string]: unknown
}

export const problemType = 'application/problem+json; charset=utf-8'

/** What the user is told about a bug: nothing but how to name it to somebody who can look it up. */
const unexpected: Text = {
  zh: '系统出错，请稍后再试；如再次出现，请提供请求编号。',
  en: 'Something went wrong on our side. If it happens again, tell us the number of the request.',
}

/** The language that is asked for; Chinese unless English comes first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part.trim().toLowerCase().split(';')
      const weight = /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(quality)?.[1]
      return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => (tag === 'zh' || tag === 'en') && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return ranked[0]?.tag === 'en' ? 'en' : 'zh'
}

interface Asked {
  readonly requestId: string
  readonly language: Language
}

/** Members of a problem that its details may not replace. */
export function refusalProblem(code: RefusalCode, details: RefusalDetails, asked: Asked): Problem {
  const { status, text } = refusals[code]
  return { ...details, ...members(code, status, text, asked) }
}

export function unexpectedProblem(asked: Asked): Problem {
  return members('unexpected', 500, unexpected, asked)
}

function members(code: string, status: number, text: Text, { requestId, language }: Asked): Problem {
  return { type: `/problems/${code}`, title: text[language], status, code, text, instance: requestId }
}

/** Seconds after which the same request is worth another try; undefined when it never is without a change. */
export function retryAfter(code: RefusalCode, details: RefusalDetails): number | undefined {
  if (!refusals[code].retry) return undefined
  const asked = details['retryAfterSeconds']
  return typeof asked === 'number' ? Math.max(1, Math.ceil(asked)) : 2
}
