import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calculate } from '../../domain/adjustment/sheet.ts'
import { cases, work } from '../domain/adjustment/golden-workings.ts'
import { yuan } from '../domain/adjustment/sheet-inputs.ts'

const script = new URL('../../scripts/adjust.ts', import.meta.url).pathname
const example = new URL('../../docs/examples/adjust.json', import.meta.url)
const sample = JSON.parse(readFileSync(example, 'utf8')) as readonly { readonly input: object }[]

interface Report {
  readonly totals: Readonly<Record<string, number | string>>
  readonly cases: readonly ({ readonly name: string; readonly outcome: string } & Record<string, unknown>)[]
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lipei-adjust-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(content: string): string {
  const file = join(folder, 'cases.json')
  writeFileSync(file, content)
  return file
}

describe('many cases at once', () => {
  it('gives the figures of every golden case, with totals and every step', () => {
    const asked = cases.flatMap((golden) => {
      const { worked, asked: inputs } = work(golden)
      const wanted = Object.entries(golden.expected).map(([name, amount]) => [name, yuan(amount)])
      expect(worked, golden.id).toEqual(Object.fromEntries(wanted))
      return inputs.map((input, index) => ({ name: `${golden.id}.${index}`, input }))
    })
    expect(asked.length).toBeGreaterThanOrEqual(cases.length)
    const output = execFileSync(process.execPath, [script, written(JSON.stringify(asked))], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    const report = JSON.parse(output) as Report
    const sheets = asked.map(({ name, input }) => ({ name, ...calculate(input) }))
    expect(report.cases).toEqual(sheets)
    const payable = sheets.reduce(
      (sum, sheet) => sum + (sheet.outcome === 'calculated' ? sheet.payableMinor : 0),
      0,
    )
    expect(report.totals).toMatchObject({
      cases: asked.length,
      calculated: asked.length,
      refused: 0,
      payableMinor: String(payable),
    })
  })

  it('names a case that is refused with its reason, and works out the others', () => {
    const [sound] = sample
    const negative = JSON.stringify(sound?.input).replace('"askedMinor":300000', '"askedMinor":-1')
    const contradicting = JSON.stringify(sound?.input).replace(
      '"assessedMinor":280000',
      '"assessedMinor":300001',
    )
    const list = `[{"name":"negative","input":${negative}},${JSON.stringify(sound)},{"input":${contradicting}},null]`
    const { stdout, status } = spawnSync(process.execPath, [script, written(list)], { encoding: 'utf8' })
    const report = JSON.parse(stdout) as Report
    expect(status).toBe(1)
    expect(report.totals).toMatchObject({ cases: 4, calculated: 1, refused: 3, payableMinor: '280000' })
    expect(report.cases).toMatchObject([
      {
        name: 'negative',
        code: 'malformed',
        details: { fields: [{ path: '/input/coverages/0/lines/0/askedMinor', reason: 'minimum' }] },
      },
      { outcome: 'calculated', payableMinor: 280_000 },
      { name: '#3', code: 'sheetFaults', details: { faults: [{ code: 'assessedAboveAsked' }] } },
      { name: '#4', code: 'malformed' },
    ])
  })

  it('refers the example without a wording to a person, and pays nothing for it', () => {
    const output = execFileSync(process.execPath, [script, example.pathname], { encoding: 'utf8' })
    expect((JSON.parse(output) as Report).totals).toMatchObject({
      calculated: 1,
      noWording: 1,
      payableMinor: '280000',
    })
  })

  it.each([
    ['no JSON', '{'],
    ['no list', '{"input":{}}'],
  ])('says what it wants for %s', (_, content) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [script, written(content)], {
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('npm run --silent adjust')
  })
})
