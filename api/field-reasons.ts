import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import type { Text } from '../domain/text.ts'
import { isHarmless } from './callers-words.ts'

/** What is wrong with one field: where (a JSON pointer), as a code, and in words. Never the value itself. */
export interface FieldReason {
  readonly path: string
  readonly reason: string
  readonly text: Text
}

const say = (zh: string, en: string): Text => ({ zh, en })
const generic = say('格式不正确。', 'This does not have the right form.')

/** By JSON Schema keyword; `%` stands for the bound that was missed. */
const texts: Readonly<Record<string, Text>> = {
  required: say('必填。', 'This is required.'),
  additionalProperties: say('没有这个字段。', 'There is no such field.'),
  type: say('类型不正确。', 'This is of the wrong type.'),
  enum: say('不在可选值之中。', 'This is not one of the choices.'),
  const: say('不在可选值之中。', 'This is not one of the choices.'),
  anyOf: say('不在可选值之中。', 'This is not one of the choices.'),
  format: generic,
  pattern: generic,
  minLength: say('至少%个字符。', 'At least % characters.'),
  maxLength: say('至多%个字符。', 'At most % characters.'),
  minimum: say('不能小于%。', 'Not less than %.'),
  maximum: say('不能大于%。', 'Not more than %.'),
  exclusiveMinimum: say('须大于%。', 'More than %.'),
  minItems: say('至少%项。', 'At least % items.'),
  maxItems: say('至多%项。', 'At most % items.'),
  uniqueItems: say('有重复项。', 'Something is listed twice.'),
}

const wholeFen = say(
  '金额须为整数分，不带小数：29.50 元写作 2950。',
  'An amount is a whole number of fen, without decimals: 29.50 yuan is 2950.',
)

/**
 * The validator names the parent of a missing or unknown field, and each alternative of a union apart; people
 * want the field, once.
 */
export function fieldReasons(
  faults: readonly FastifySchemaValidationError[],
  context: string | undefined,
): readonly FieldReason[] {
  const prefix = context === undefined || context === 'body' ? '' : `/${context}`
  const found = faults.flatMap(({ keyword, instancePath, params }) => {
    if (keyword === 'boolean') return []
    const names = params['requiredProperties'] ?? params['additionalProperties'] ?? params['missingProperty']
    const fields = Array.isArray(names) ? names.map(String) : typeof names === 'string' ? [names] : ['']
    const limit = params['limit']
    return fields.map((field) => ({
      path: `${prefix}${repeatable(instancePath)}${field === '' ? '' : `/${repeatable(pointer(field))}`}`,
      reason: keyword,
      text: fill(textOf(keyword, instancePath), typeof limit === 'number' ? String(limit) : ''),
    }))
  })
  return [...new Map(found.toReversed().map((fault) => [fault.path, fault])).values()].toReversed()
}

/** Yuan with decimals are the slip of whoever knows amounts only in yuan. */
function textOf(keyword: string, instancePath: string): Text {
  return keyword === 'type' && instancePath.endsWith('Minor') ? wholeFen : (texts[keyword] ?? generic)
}

/** RFC 6901. */
function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Names of fields come from whoever calls, and sometimes a value stands where a name should. */
function repeatable(path: string): string {
  return path
    .split('/')
    .map((part) => (part === '' || /^\d{1,4}$/.test(part) || isHarmless(part) ? part : '…'))
    .join('/')
}

function fill(text: Text, bound: string): Text {
  return say(text.zh.replace('%', bound), text.en.replace('%', bound))
}
