/** Examples for the OpenAPI document: a schema's own where it has one, else put together from those of its parts. */

type Schema = Readonly<Record<string, unknown>>

const uuid = '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55'
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const day = '2026-03-09'

/** What stands under these names is the same everywhere; schemas say only how long it may be. */
const byName: Readonly<Record<string, unknown>> = {
  account: { holder: '张三', number: '6217000010001234567', bankName: '中国建设银行' },
  accountId: '5b0f7a0e-2f5b-4c1d-8a8e-6f1c0f4f9b21',
  action: 'acceptClaim',
  actorKind: 'person',
  actorName: '王芳',
  answers: ['peril'],
  assigneeName: '王芳',
  authorName: '王芳',
  bankName: '中国建设银行',
  bodyHash: hash,
  capacity: 30,
  caption: '后保险杠',
  caseNumber: 'LP01012026030900012345',
  cause: 'collision',
  chain: uuid,
  channel: 'portal',
  check: 'exclusion',
  clause: '第八条第（二）项',
  code: null,
  contentHash: hash,
  csrfToken: 'mJ0V1m8sYb1o7v0sJYkq2aL0p4nW9c3TQbq1c2l9kZs',
  currency: 'CNY',
  customer: '张*',
  cursor: 'MTc3MzAyMzQwMDAwMA',
  damage: '后保险杠破损',
  day,
  displayName: '王芳',
  documentHash: hash,
  doing: 'waitsForDocuments',
  effectiveFrom: day,
  engineVersion: '1.1.0',
  estimatedMinor: 300_000,
  findings: '现场痕迹与报案所述一致。',
  conclusion: '属实，建议按实际损失核定。',
  fromStage: 'documents',
  toStage: 'acceptance',
  hash,
  holder: '张三',
  identityMasked: '4403**********1234',
  identityNumber: '440301199003071230',
  item: 'photographs',
  kind: 'openSurvey',
  lineId: 'bumper',
  line: 'motorCommercial',
  login: 'wang.fang',
  lossDate: day,
  mediaType: 'image/jpeg',
  message: '请问还需要补充材料吗？',
  name: '张三',
  nameMasked: '张*',
  next: null,
  note: '已与客户电话核实。',
  number: '6217000010001234567',
  outcome: null,
  password: 'Lipei-Handler-01',
  phoneMasked: '138****8000',
  placeText: '深圳市南山区深南大道',
  plate: '粤B12345',
  policyNumber: 'PDZA202601010000001',
  postingDate: day,
  previousHash: hash,
  priority: 0,
  reason: 'bankRejected',
  relation: '配偶',
  reportHash: hash,
  requestId: '3f8b1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55',
  sheetHash: hash,
  skills: ['motorCommercial'],
  stage: 'acceptance',
  state: 'received',
  taskId: 'reviewAcceptance-1',
  value: '粤B12345',
  version: 3,
  workPhone: '0755-86002003',
  text: '请问还需要补充材料吗？',
  type: 'claimAccepted',
  table: 'surveyNeed',
  ref: 'LP0C9C1C528A3E4A4F9F3A0D7F6B2E',
  role: 'handler',
  ownerRole: 'finance',
  status: 'running',
  statement: 'received',
  finding: 'amountDiffers',
  quarantine: 'unknownReference',
  pausedReason: 'bankIncident',
  phone: '138****8000',
  lines: ['bumper'],
  zh: '请上传事故照片。',
  en: 'Send photographs of the accident.',
}

/** Texts that fit when nothing is known but the schema; the first that fits is taken. */
const texts = ['示例', uuid, hash, day, '2026-03-09T10:30:00+08:00', '123456', '3', 'example', '0.7', '3101']

/** A value that the schema takes, to be shown beside it. */
export function exampleOf(schema: unknown, name = ''): unknown {
  const given = schema as Schema
  const own = given['examples']
  if (Array.isArray(own) && own.length > 0) return own[0] as unknown
  if ('const' in given) return given['const']
  const known = byName[name]
  if (known !== undefined && fits(given, known)) return known
  const choices = given['enum']
  if (Array.isArray(choices)) return choices[0] as unknown
  const alternatives = given['anyOf'] ?? given['oneOf']
  if (Array.isArray(alternatives)) {
    return exampleOf(alternatives.find((one: Schema) => one['type'] !== 'null') ?? alternatives[0], name)
  }
  return byType(given, name)
}

function byType(schema: Schema, name: string): unknown {
  switch (schema['type']) {
    case 'object':
      return objectExample(schema)
    case 'array':
      return schema['items'] === undefined ? [] : [exampleOf(schema['items'], name)]
    case 'string':
      return schema['format'] === 'uuid' ? uuid : (texts.find((text) => fits(schema, text)) ?? '')
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1))
    case 'boolean':
      return true
    default:
      return null
  }
}

/** With every field that has to be there, and of the others those whose meaning the name tells. */
function objectExample(schema: Schema): object {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const required = new Set((schema['required'] ?? []) as readonly string[])
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name, { examples }]) => required.has(name) || examples !== undefined || name === 'note')
      .map(([name, property]) => [name, exampleOf(property, name)]),
  )
}

/** As far as a plain value can tell: type, choice, length, form. */
function fits(schema: Schema, value: unknown): boolean {
  const alternatives = schema['anyOf']
  if (Array.isArray(alternatives)) return alternatives.some((one: Schema) => fits(one, value))
  if (Array.isArray(schema['enum'])) return schema['enum'].includes(value)
  if (schema['type'] === 'null') return value === null
  if (schema['type'] === 'integer') return Number.isInteger(value)
  if (schema['type'] === 'array')
    return Array.isArray(value) && value.every((one) => fits(schema['items'] as Schema, one))
  if (schema['type'] !== 'string' || typeof value !== 'string') return false
  if (schema['format'] === 'uuid' && !/^[0-9a-f-]{36}$/.test(value)) return false
  if (schema['format'] === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const {
    minLength = 0,
    maxLength = Infinity,
    pattern = '',
  } = schema as {
    minLength?: number
    maxLength?: number
    pattern?: string
  }
  return value.length >= minLength && value.length <= maxLength && new RegExp(pattern, 'u').test(value)
}
