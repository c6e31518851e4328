import { accepted, type Check, hasFullWidth, refused } from './check.ts'

/** Han characters, with the dot of names from other languages of China between parts: 阿卜杜拉·买买提. */
const chineseName = /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u
/** Latin letters as in a passport, with space, hyphen, apostrophe and full stop between or after them. */
const latinName = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:(?:[ '’-]|\. ?)[\p{Script=Latin}\p{M}]+)*\.?$/u

/**
 * The name on an identity document, because the bank compares it letter by letter. Only what cannot be seen is
 * changed: the many dots become U+00B7, runs of spaces one, and letters are composed (NFC).
 */
export function checkPersonName(text: string): Check<string> {
  const name = text
    .trim()
    .normalize('NFC')
    .replaceAll(/[•‧・∙]/g, '·')
    .replaceAll(/ +/g, ' ')
  if (hasFullWidth(name)) return refused('fullWidth')
  const length = Array.from(name).length
  if (length < 2 || length > 50) return refused('personNameLength')
  return chineseName.test(name) || latinName.test(name) ? accepted(name) : refused('personNameCharacters')
}
