/** Plants markup in what a cast sends, and listens whether any of it runs. */
import {
  type ApiDocument,
  fillingTexts,
  nameOf,
  type TextField,
  textFields,
} from '../../../scripts/browser/text-fields.ts'
import type { Visitor, VisitorOptions } from '../../../scripts/browser/visitor.ts'
import type { Rewrite } from '../../../scripts/demo/http-client.ts'
import { visitor } from '../support.ts'
import { payloads } from './payloads.ts'

export interface Planting {
  readonly fields: readonly TextField[]
  /** Names of the fields that were written into so far. */
  readonly written: ReadonlySet<string>
  readonly rewrite: Rewrite
}

/** The payloads in turn, as many as fit into a field and at most three, so that pages stay readable. */
export async function planting(api: string, leftOut: ReadonlySet<string> = new Set()): Promise<Planting> {
  const fields = textFields((await (await fetch(`${api}/openapi.json`)).json()) as ApiDocument)
  const written = new Set<string>()
  let next = 0
  const write = (field: TextField): string | null => {
    if (leftOut.has(nameOf(field))) return null
    let text = ''
    for (let tries = 0, taken = 0; tries < payloads.length && taken < 3; tries += 1) {
      const payload = payloads[next % payloads.length] ?? ''
      next += 1
      if (text.length + payload.length <= Math.min(field.maxLength, 2000)) {
        text += payload
        taken += 1
      } else if (taken > 0) break
    }
    if (text === '') return null
    written.add(nameOf(field))
    return text
  }
  return { fields, written, rewrite: fillingTexts(fields, write) }
}

/** Somebody who hears when anything runs: the page's console is where a visitor listens. */
export async function listener(options: VisitorOptions): Promise<Visitor> {
  const reader = await visitor(options)
  await reader.page.addInitScript("window.planted = () => console.error('what was typed has run')")
  reader.page.on('dialog', (dialog) => {
    reader.faults.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return reader
}

const signs = [
  '[x-planted]',
  '[onerror]',
  '[onload]',
  '[ontoggle]',
  '[href^="javascript:" i]',
  'a[href^="data:" i]',
]

/** What became of what was typed, other than text: nothing. */
export async function cameToBe({ page }: Visitor): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    `[...document.querySelectorAll(${JSON.stringify(signs.join(','))})].map(({ outerHTML }) => outerHTML)`,
  )
}

/** Everything that can be read on the page, shown or folded, and what stands in its fields. */
const readAll = `[document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].join('\\n')`

/** The payloads that stand on the page, and those of them that do not stand there letter by letter. */
export async function standing({ page }: Visitor) {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
  const text = await page.evaluate<string>(readAll)
  const begun = payloads.filter((_, number) => text.includes(`‹${number}›`))
  return { begun: begun.length, changed: begun.filter((payload) => !text.includes(payload)) }
}
