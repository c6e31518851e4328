/** How much people have written: pages are looked at with the least, with the usual, and with the most. */
import type { Rewrite } from '../demo/http-client.ts'
import { type ApiDocument, fillingTexts, type TextField, textFields } from './text-fields.ts'

export const contents = ['empty', 'short', 'typical', 'longest'] as const
export type Content = (typeof contents)[number]

const sentence =
  '倒车时碰撞停车场护栏，后保险杠左侧破损、左后尾灯碎裂。The rear bumper is torn on the left, the tail light is broken. '
/** What does not break by itself. */
const unbroken = `粤B12345/${'WDDHF8JB5EA123456'.repeat(3)}`

function longest({ maxLength, severalLines }: TextField): string {
  const text = `${unbroken} ${sentence.repeat(Math.ceil(maxLength / sentence.length))}`.slice(0, maxLength)
  return (severalLines ? text.replace('。', '。\n\n') : text).slice(0, maxLength).trim()
}

/** What the claims of a pass are written with; undefined leaves the demonstration's own words. */
export async function wordsOf(content: Content, api: string): Promise<Rewrite | undefined> {
  if (content === 'typical' || content === 'empty') return undefined
  const document = (await (await fetch(`${api}/openapi.json`)).json()) as ApiDocument
  return fillingTexts(textFields(document), (field) => (content === 'short' ? '无' : longest(field)))
}
