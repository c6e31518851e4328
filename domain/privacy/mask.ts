/**
 * What a screen shows of personal data to people who need to recognise it, not to
 * know it (GB/T 35273-2020, 7.2: de-identified display). A value that is too short
 * for its form is hidden completely rather than shown nearly whole.
 */

const star = '*'

function maskMiddle(value: string, first: number, last: number): string {
  const characters = Array.from(value.trim())
  if (characters.length < 2 * (first + last)) return star.repeat(characters.length)
  const hidden = characters.length - first - last
  return characters.slice(0, first).join('') + star.repeat(hidden) + characters.slice(first + hidden).join('')
}

/** `13800138000` → `138****8000`; a fixed line or a foreign number keeps two digits at the end. */
export function maskPhone(phone: string): string {
  const plain = phone.replace(/[\s-]/g, '')
  const mobile = /^(?:\+?86)?(1\d{2})\d{4}(\d{4})$/.exec(plain)
  if (mobile !== null) return `${mobile[1]}****${mobile[2]}`
  return maskMiddle(plain, 0, 2)
}

/** `110101199003074514` → `110***********4514`: birth date and district never show. */
export function maskIdentityNumber(identityNumber: string): string {
  const plain = identityNumber.trim()
  return plain.length >= 15 ? maskMiddle(plain, 3, 4) : maskMiddle(plain, 1, 2)
}

/** `6222020200112233445` → `**** 3445`, whatever its length. */
export function maskAccount(account: string): string {
  const plain = account.replace(/[\s-]/g, '')
  return plain.length < 8 ? '****' : `**** ${plain.slice(-4)}`
}

/** `张三` → `张*`, `欧阳娜娜` → `欧***`, `买买提·艾力` → `买**·艾*`, `John Smith` → `J*** S****`. */
export function maskName(name: string): string {
  const parts = name.trim().split(/([\s·•・]+)/)
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part
      const characters = Array.from(part)
      if (characters.length === 0) return ''
      if (characters.length === 1) return index === 0 && parts.length > 1 ? part : star
      return characters[0] + star.repeat(characters.length - 1)
    })
    .join('')
}
