import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleContracts } from '../../../domain/rules/contracts.ts'
import type { RuleTable } from '../../../domain/rules/table.ts'
import type { Language } from '../../../web/language/language.ts'
import { caseNameIn } from '../../../web/staff/rules/case-names.ts'
import { ruleWords } from '../../../web/staff/rules/rule-words.ts'

type Texts = { readonly [name: string]: string | Texts }

const folders = { blocks: 'blocks', claim: 'staff/claim', rules: 'staff/rules' } as const
const textsOf = (language: Language) =>
  Object.fromEntries(
    Object.entries(folders).map(([area, folder]) => [
      area,
      JSON.parse(
        readFileSync(new URL(`../../../web/${folder}/texts/${language}.json`, import.meta.url), 'utf8'),
      ) as Texts,
    ]),
  )

/** As the pages look a text up: the key itself where there is none. */
function wordsIn(language: Language) {
  const texts = textsOf(language)
  return ruleWords((key, filling = {}) => {
    const [area = '', path = ''] = key.split(':')
    const found = path
      .split('.')
      .reduce<string | Texts | undefined>(
        (at, name) => (typeof at === 'object' ? at[name] : undefined),
        texts[area],
      )
    const text = typeof found === 'string' ? found : path
    return Object.entries(filling).reduce(
      (said, [name, value]) => said.replace(`{{${name}}}`, String(value)),
      text,
    )
  }, language)
}
const [zh, en] = [wordsIn('zh'), wordsIn('en')]

describe('a condition of a rule table', () => {
  it.each([
    ['estimatedMinor', '<= 500000', '≤\u00a0¥5,000.00', '≤\u00a0¥5,000.00'],
    [
      'estimatedMinor',
      '(500000..2000000]',
      '>\u00a0¥5,000.00, ≤\u00a0¥20,000.00',
      '>\u00a0¥5,000.00、≤\u00a0¥20,000.00',
    ],
    ['previousClaims', '>= 4', '≥\u00a04', '≥\u00a04'],
    ['previousClaims', '1,2', '1, 2', '1、2'],
    ['death', 'true', 'Yes', '是'],
    ['line', '"property"', 'Property', '财产险'],
    ['cause', 'not("fire","theft")', 'all but Fire, Theft', '除火灾、盗抢外'],
    ['withinAuthority', 'true', 'Yes', '是'],
    ['line', '"noLine"', 'noLine', 'noLine'],
    ['line', 'nonsense(', 'nonsense(', 'nonsense('],
  ])('on %s, %s, is said', (column, cell, inEnglish, inChinese) => {
    expect(en.condition(column, cell)).toBe(inEnglish)
    expect(zh.condition(column, cell)).toBe(inChinese)
  })
})

describe('an output of a rule table', () => {
  it.each([
    ['required', false, 'No'],
    ['kind', 'onSite', 'On the spot'],
    ['expenseMinor', 20_000, '¥200.00'],
    ['warnShareBasisPoints', 8000, '80%'],
    ['levels', [1_000_000, Number.MAX_SAFE_INTEGER], '¥10,000.00, unlimited'],
    ['target', { value: 3, unit: 'workingDays' }, '3 working days'],
    ['reason', { zh: '有人身故。', en: 'Somebody has died.' }, 'Somebody has died.'],
    ['source', '《保险法》第十四条', 'Insurance Law, article 14'],
    ['condition', null, '—'],
  ])('%s is said', (column, value, said) => {
    expect(en.value(column, value)).toBe(said)
  })

  it('has a name for each of its codes, in both languages', () => {
    for (const { inputs, outputs } of Object.values(ruleContracts))
      for (const [column, field] of Object.entries({ ...inputs, ...outputs }))
        if ('values' in field)
          for (const code of field.values) {
            expect(en.code(column, code), `${column} ${code}`).not.toBe(code)
            expect(zh.code(column, code), `${column} ${code}`).toMatch(/\p{Script=Han}/u)
          }
  })
})

describe('a column', () => {
  it('has its unit where it is written, and none where it is read', () => {
    expect([en.column('estimatedMinor'), en.written('estimatedMinor')]).toEqual([
      'Estimate',
      'Estimate (fen)',
    ])
    expect(zh.written('warnShareBasisPoints')).toBe('预警比例（万分比）')
    expect(en.written('line')).toBe('Line')
  })

  it('stays as it was typed where there is none of its name', () => {
    expect(en.inputs({ lien: 'property', injury: true })).toBe('lien: property; Injury: Yes')
  })
})

describe('a row', () => {
  const reason = { zh: '有人员死亡。', en: 'Somebody has died.' }

  it('is called by its note, its reason or what it asks for, whichever comes first', () => {
    const label = { zh: '索赔申请书', en: 'Claim application' }
    expect(zh.row({ gives: { reason } })).toBe('有人员死亡')
    expect(en.row({ gives: { label }, note: reason })).toBe('Somebody has died')
    expect(en.row({ gives: { label, required: true } })).toBe('Claim application')
    expect(en.row({ gives: { required: true } })).toBeUndefined()
  })

  it('is told by its conditions where it says nothing of itself', () => {
    const when = { line: '"property"', estimatedMinor: '<= 200000' }
    expect(en.conditions({ when })).toBe('Line: Property; Estimate: ≤\u00a0¥2,000.00')
    expect(zh.conditions({ when: {} })).toBe('其余情况')
  })
})

describe('a test case', () => {
  it('names the rows that have to fire as their table does, and by their id where they are in none', () => {
    const rows = [
      { id: 'death', when: {}, gives: { reason: { zh: '有人员死亡。', en: 'Somebody has died.' } } },
      { id: 'property', when: { line: '"property"' }, gives: {} },
    ]
    const asked = { name: 'a case', inputs: {}, expectRows: ['death', 'property', 'gone'] }
    expect(en.testCase(asked, rows)).toBe('All as preset → Somebody has died, Line: Property, gone')
  })

  it('says the inputs, then each row with the outputs expected of it', () => {
    const asked = {
      name: 'a case',
      inputs: { line: 'property', injury: true, estimatedMinor: null },
      expectRows: ['first', 'second'],
      expectOutputs: [{ required: true }, {}],
    }
    expect(en.testCase(asked)).toBe(
      'Line: Property; Injury: Yes; Estimate: Not known yet → first (Required: Yes), second',
    )
    expect(en.testCase({ name: 'by default', inputs: {}, expectRows: ['first'] })).toBe(
      'All as preset → first',
    )
    expect(zh.testCase({ ...asked, inputs: {} })).toBe('均为默认 → first（需要：是）、second')
  })
})

describe('the name of a test case', () => {
  const seeds = new URL('../../../db/seed/rules/', import.meta.url)
  const delivered = readdirSync(seeds).flatMap((file) =>
    (JSON.parse(readFileSync(new URL(file, seeds), 'utf8')) as RuleTable).testCases.map(({ name }) => name),
  )

  it('is in English for an English reader where the product has given it, and is shown to others as it is', () => {
    expect(delivered.length).toBeGreaterThan(100)
    expect(delivered.filter((name) => /\p{Script=Han}/u.test(caseNameIn('en', name)))).toEqual([])
    expect(delivered.filter((name) => caseNameIn('zh', name) !== name)).toEqual([])
  })

  it('stays as its author wrote it elsewhere', () => {
    expect(caseNameIn('en', '我们自己的案例')).toBe('我们自己的案例')
  })
})
