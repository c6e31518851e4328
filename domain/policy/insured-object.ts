import type { Text } from '../text.ts'

/** What a policy insures, as far as a screen describes it. */
export type InsuredObject =
  | {
      readonly kind: 'vehicle'
      readonly plate?: string
      readonly vehicleNumber: string
      readonly model?: string
      readonly seats: number
    }
  | { readonly kind: 'building'; readonly address: string }
  | { readonly kind: 'contents'; readonly address: string; readonly description: string }

/**
 * Enough to recognise what one owns and not enough to find it: a plate or an address leads to a person
 * (GB/T 35273-2020, 7.2: de-identified display).
 */
export function describeMasked(object: InsuredObject): Text {
  switch (object.kind) {
    case 'vehicle': {
      const { plate, vehicleNumber, model, seats } = object
      const number = plate === undefined ? `****${vehicleNumber.slice(-4)}` : maskPlate(plate)
      const begin = [number, model].filter((part) => part !== undefined).join(' ')
      return { zh: `${begin} ${seats}座`, en: `${begin}, ${seats} seats` }
    }
    case 'building': {
      const address = maskAddress(object.address)
      return { zh: `房屋 ${address}`, en: `Building, ${address}` }
    }
    case 'contents': {
      const address = maskAddress(object.address)
      return { zh: `${object.description} ${address}`, en: `${object.description}, ${address}` }
    }
  }
}

/** `沪A8F6K2` → `沪A***K2`. */
function maskPlate(plate: string): string {
  const characters = Array.from(plate)
  const hidden = characters.length - 4
  return [...characters.slice(0, 2), '*'.repeat(Math.max(0, hidden)), ...characters.slice(-2)].join('')
}

/** Up to the district, `上海市徐汇区枫林路12弄` → `上海市徐汇区****`; an address that is written otherwise shows two characters. */
function maskAddress(address: string): string {
  const district = /^.{2,12}?[区县](?=.)/u.exec(address)?.[0]
  return `${district ?? Array.from(address).slice(0, 2).join('')}****`
}
