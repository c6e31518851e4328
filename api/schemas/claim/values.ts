import { Type, type TProperties } from 'typebox'
import { closed, id, line } from '../values.ts'

/** A body that admits no other fields, shown in the document with one that would be taken. */
export function exemplified<Properties extends TProperties>(
  properties: Properties,
  options: { readonly description: string; readonly example: object },
) {
  const { description, example } = options
  return Type.Object(properties, { description, examples: [example], additionalProperties: false })
}

/** An instant as people write it, always with its offset: a time without one is read differently abroad. */
export const wireInstant = Type.String({
  pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$`,
  maxLength: 35,
  description: 'ISO 8601 with offset.',
  examples: ['2026-03-09T10:30:00+08:00'],
})

/** Text of several lines that somebody else will read. Kept encrypted. */
export function text(maxLength: number, description?: string) {
  return Type.String({
    minLength: 1,
    maxLength,
    pattern: String.raw`^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$`,
    ...(description === undefined ? {} : { description }),
  })
}

export const note = Type.Optional(text(2000, 'Why; kept encrypted with what it explains.'))
export const requiredNote = text(2000, 'Why; kept encrypted with what it explains.')

const numeral = '[0-9一二三四五六七八九十百千零〇]{1,6}'
const inChinese = `第${numeral}条(?:之${numeral})?(?:第?[（(]?${numeral}[）)]?[款项目])*`
const inEnglish = '(?:[Aa]rticle|[Cc]lause|[Ss]ection) [0-9]{1,4}(?:[.][0-9]{1,3}|[(][0-9a-z]{1,3}[)])*'
const edition = '(?:[（(](?:(?:19|20)[0-9]{2}年?版?|[一二三四五六七八九十]{1,2})[）)])?'
const wording = `(?:《\\p{Script=Han}{2,40}》|\\p{Script=Han}{2,40}(?:条款|条例|合同|批单|解释|特别约定)${edition}|司法解释${edition})`
/** Parts of a contract that have a name instead of a number. */
const heading = '合同(?:条款：(?:保险责任|责任免除|等待期)|特别约定)'
const reference = `(?:${wording}?(?:${inChinese}|${inEnglish})|${heading})`

/**
 * Where in the wording the reason stands. It is state, in clear, and goes into letters: so it is a reference and no
 * free text, which belongs into the note.
 */
export const clauseReference = Type.String({
  minLength: 2,
  maxLength: 200,
  pattern: `^${reference}(?:[、，,；;及和] ?${reference})*$`,
  examples: ['机动车损失保险条款第八条第（二）项'],
  description:
    'The clause, by its number and if need be by its wording; the reason itself goes into the note.',
})

export const contentHash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the content.' })
export const versionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** Ids of settlements are short names within their claim. */
export const settlementId = Type.String({ pattern: '^S[1-9][0-9]{0,5}$', examples: ['S1'] })

const degreesMicro = (degrees: number) =>
  Type.Integer({
    minimum: -degrees * 1_000_000,
    maximum: degrees * 1_000_000,
    description: 'GCJ-02 degrees times a million.',
  })

export const place = closed({ latitudeMicro: degreesMicro(90), longitudeMicro: degreesMicro(180) })

export const claimParams = closed({ claimId: id })

export const payeeAccount = closed({
  holder: line(100),
  number: Type.String({ minLength: 8, maxLength: 40 }),
  bankName: line(100),
  kind: Type.Optional(
    Type.Unsafe<'personalCard' | 'corporate'>({ type: 'string', enum: ['personalCard', 'corporate'] }),
  ),
})

/** Where the claim stands after a command, and what the command created. */
export const commandReply = Type.Object(
  {
    claimId: id,
    caseNumber: Type.String(),
    stage: Type.String(),
    version: Type.Integer({
      description: 'Also the ETag: rises when what the workflow follows has changed.',
    }),
  },
  { additionalProperties: true, description: 'Where the claim stands now, and what was created.' },
)

/** Version of the newest content that the writer has seen, as in `"3"`; absent when there was none. */
export const ifMatch = Type.Object(
  { 'if-match': Type.Optional(Type.String({ pattern: '^"[0-9]{1,7}"$', examples: ['"3"'] })) },
  { additionalProperties: true },
)
