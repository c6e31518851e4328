import type { InputRow, RuleInput } from '../../../../domain/rules/table.ts'

/** The inputs of a test case in a line, as in `line=property; estimatedMinor=500001; injury=true`. */
export function writeInputs(inputs: InputRow): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name}=${value === null ? 'null' : String(value)}`)
    .join('; ')
}

/** Reads the line back. What has no `=` is kept as a name without a value, which the check then refuses. */
export function readInputs(text: string): InputRow {
  const parts = text.split(';').flatMap((part) => (part.trim() === '' ? [] : [part]))
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', ...rest] = part.split('=')
      return [name.trim(), valueOf(rest.join('=').trim())] as const
    }),
  )
}

function valueOf(text: string): RuleInput {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  const number = Number(text)
  return /^-?\d+$/.test(text) && Number.isSafeInteger(number) ? number : text
}
