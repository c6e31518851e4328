/**
 * Writes db/seed/holidays.json, the calendar with which an insurer starts: `node scripts/generate-holidays.ts`.
 * From then on the rows in the database are the truth, and an administrator enters the year that the State
 * Council publishes each autumn.
 */
import { writeFileSync } from 'node:fs'
import { default as chineseDays } from 'chinese-days'
import { addCivilDays } from '../domain/time/civil-date.ts'

const years = ['2025', '2026']
/** A year that the package does not know has weekends only; the shortest published year had 26 days. */
const fewestHolidays = 20

const days = years.flatMap((year) => {
  const published = datesOf(year).flatMap((date) => {
    const { name, work } = chineseDays.getDayDetail(date)
    const [en, zh] = name.split(',')
    if (en === undefined || zh === undefined) return []
    return [{ date, kind: work ? 'makeUp' : 'holiday', name: { zh, en: en.replace("'", '’') } }]
  })
  if (published.length < fewestHolidays) throw new Error(`the holidays of ${year} are not known`)
  return published
})

// One day a line, so that a change of the calendar reads as one line in review.
const lines = days.map(
  ({ date, kind, name }) =>
    `    { "date": "${date}", "kind": "${kind}", "name": { "zh": "${name.zh}", "en": "${name.en}" } }`,
)
const json = `{
  "source": "国办发明电〔2024〕12号, 〔2025〕7号: 国务院办公厅关于2025年、2026年部分节假日安排的通知",
  "knownTo": "${years.at(-1)}-12-31",
  "days": [
${lines.join(',\n')}
  ]
}
`
writeFileSync(new URL('../db/seed/holidays.json', import.meta.url), json)
process.stdout.write(`${days.length} days of ${years.join(' and ')}\n`)

function datesOf(year: string): string[] {
  const dates = []
  for (let date = `${year}-01-01`; date.startsWith(year); date = addCivilDays(date, 1)) dates.push(date)
  return dates
}
