import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ages, terms } from '../../db/reads/board/open-claims.ts'
import { moneyStops } from '../../db/reads/board/waiting-money.ts'
import { itemsOfCoverage } from '../../domain/adjustment/items.ts'
import { noticeTemplates } from '../../domain/claim/notices.ts'
import { fastTrackFindings } from '../../domain/claim/fast-track-state.ts'
import { reserveReasons } from '../../domain/claim/reserve.ts'
import { sheetReasons } from '../../domain/claim/sheet-reasons.ts'
import { stages } from '../../domain/claim/stages.ts'
import { channels, intentStatuses, partyRoles, taskKinds } from '../../domain/claim/state.ts'
import { lateReasonCodes } from '../../domain/claim/why-late.ts'
import { permissions, roles } from '../../domain/permissions.ts'
import { coverageCodes, lines, premiumStatuses, propertySubjects } from '../../domain/policy/terms.ts'
import { clockKinds, coverageCheckNames, exclusionCodes, lossCauses } from '../../domain/rules/vocabulary.ts'
import { actions } from '../../web/staff/audit/actions.ts'

const web = new URL('../../web/', import.meta.url).pathname
const files = readdirSync(web, { recursive: true, encoding: 'utf8' })

/** Areas by the name of their folder, which is what stands before the colon of their keys. */
const areas = new Map(
  files
    .filter((file) => file.endsWith('texts/zh.json'))
    .map((file) => [file.split('/').at(-3) ?? '', join(web, file, '..')]),
)

interface Texts {
  readonly [name: string]: string | Texts
}

function flat(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${name}`, value] as const]
        : [...flat(value, `${prefix}${name}.`)],
    ),
  )
}

function read(area: string, language: 'zh' | 'en'): Map<string, string> {
  const file = join(areas.get(area) ?? '', `${language}.json`)
  return existsSync(file) ? flat(JSON.parse(readFileSync(file, 'utf8')) as Texts) : new Map()
}

const known = new Set(
  [...areas.keys()].flatMap((area) => [...read(area, 'zh').keys()].map((key) => `${area}:${key}`)),
)

/** Keys in quotes, and the part before the first code of those in backticks. */
const used = files
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .flatMap((file) => {
    const source = readFileSync(join(web, file), 'utf8')
    const names = [...areas.keys()].join('|')
    return [...source.matchAll(new RegExp(`(['\`])((?:${names}):[^'\`\\s]+)\\1`, 'g'))].map(
      ([, , key = '']) => ({
        file,
        key,
      }),
    )
  })

/** A text for one thing, beside that for any number of them; Chinese has no use for it. */
const singular = /_one$/

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

/** What leaves an entry in the audit: every change, and reading that is recorded. */
const audited = Object.keys(permissions).filter(
  (action) => !/^(?:read(?!Audit|Sensitive)|search|find|calculate|saveDraft)/.test(action),
)

describe('the texts of the pages', () => {
  it.each([...areas.keys()])(
    'of %s are there in both languages, none empty, with the same places to fill',
    (area) => {
      const [zh, en] = [read(area, 'zh'), read(area, 'en')]
      expect([...en.keys()].filter((key) => !singular.test(key))).toEqual([...zh.keys()])
      for (const [key, text] of en) {
        if (!singular.test(key)) continue
        const many = en.get(key.replace(singular, '')) ?? ''
        expect(placeholders(many), key).toEqual(expect.arrayContaining(['{{count}}', ...placeholders(text)]))
      }
      for (const [key, text] of zh) {
        expect(text.trim(), key).not.toBe('')
        expect(en.get(key)?.trim(), key).not.toBe('')
        expect(placeholders(en.get(key) ?? ''), key).toEqual(placeholders(text))
      }
    },
  )

  it('are there for every key that a page uses', () => {
    expect(used.length).toBeGreaterThan(60)
    const missing = used.filter(({ key }) => {
      const [prefix = ''] = key.split('${')
      return key === prefix ? !known.has(key) : ![...known].some((one) => one.startsWith(prefix))
    })
    expect(missing).toEqual([])
  })

  it('are used: none is left over', () => {
    const left = [...known].filter(
      (one) =>
        !used.some(({ key }) =>
          key.includes('${') ? one.startsWith(key.split('${')[0] ?? '') : one === key,
        ),
    )
    expect(left).toEqual([])
  })

  it('name every stage, line, cause, role and task', () => {
    const codes = {
      'audit:action.': actions,
      'board:age.': ages,
      'board:term.': terms,
      'board:waiting.': moneyStops,
      'board:why.': lateReasonCodes,
      'blocks:stage.': stages,
      'blocks:line.': lines,
      'blocks:cause.': lossCauses,
      'blocks:role.': roles,
      'blocks:sheetReason.': sheetReasons,
      'handler:task.': taskKinds,
      'claim:check.': coverageCheckNames,
      'claim:clock.': clockKinds,
      'claim:coverage.': coverageCodes,
      'claim:exclusion.': exclusionCodes,
      'claim:intent.': intentStatuses,
      'claim:party.': partyRoles,
      'claim:premium.': premiumStatuses,
      'claim:subject.': propertySubjects,
      'claim:template.': noticeTemplates,
      'claim:via.': channels,
      'claim:item.': Object.values(itemsOfCoverage).flat(),
      'claim:reserve.by.': reserveReasons,
      'claim:fastTrack.finding.': fastTrackFindings,
    }
    expect(actions).toEqual(expect.arrayContaining(audited))
    for (const [prefix, values] of Object.entries(codes)) {
      for (const value of values) expect(known, `${prefix}${value}`).toContain(`${prefix}${value}`)
    }
  })
})
