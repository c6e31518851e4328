import { Type } from 'typebox'
import { refusals } from '../../domain/errors.ts'

export const textSchema = Type.Object(
  { zh: Type.String(), en: Type.String() },
  { description: 'The same sentence in Chinese and English.' },
)

/** RFC 9457; a component of the OpenAPI document that every route refers to. */
export const problemSchema = Type.Object(
  {
    type: Type.String({ description: 'Names the kind of problem: /problems/ and the code.' }),
    title: Type.String({ description: 'The text in the language that was asked for (Accept-Language).' }),
    status: Type.Integer(),
    code: Type.Unsafe<string>({ type: 'string', enum: [...Object.keys(refusals), 'unexpected'] }),
    text: textSchema,
    instance: Type.String({ description: 'The id of the request.' }),
    fields: Type.Optional(
      Type.Array(Type.Object({ path: Type.String(), reason: Type.String(), text: textSchema }), {
        description: 'What is wrong with which field; the path is a JSON pointer.',
      }),
    ),
  },
  { additionalProperties: true, description: 'A refusal (RFC 9457). Nothing was changed.' },
)

/** Examples for the statuses that every route may answer with. */
export function problemExample(code: keyof typeof refusals) {
  const { status, text } = refusals[code]
  return {
    type: `/problems/${code}`,
    title: text.zh,
    status,
    code,
    text,
    instance: '3f8b1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55',
  }
}
