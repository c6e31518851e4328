import { describe, expect, it } from 'vitest'
import { fieldFaults } from '../../../domain/identity/check.ts'
import { checkPersonName } from '../../../domain/identity/person-name.ts'

describe('names of persons', () => {
  it.each([
    '王芳',
    '欧阳修远',
    '䶮䶮',
    '𠮷田',
    '阿卜杜拉·买买提',
    '迪丽热巴·迪力木拉提',
    'Anna-Maria O’Neill',
    "Sean O'Brien",
    'José Ángel',
    'J. R. Smith Jr.',
    'Li',
  ])('%s is a name', (name) => {
    expect(checkPersonName(name)).toEqual({ ok: true, value: name })
  })

  it.each([
    [' 王芳 ', '王芳'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
    ['Jose\u0301  Ruiz', 'José Ruiz'],
  ])('%o is stored as %s', (text, value) => {
    expect(checkPersonName(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['王', 'personNameLength'],
    ['王'.repeat(51), 'personNameLength'],
    ['王 芳', 'personNameCharacters'],
    ['王芳1', 'personNameCharacters'],
    ['王Fang', 'personNameCharacters'],
    ['·王芳', 'personNameCharacters'],
    ['王\u200B芳', 'personNameCharacters'],
    ['\uE000\uE001', 'personNameCharacters'],
    ['Ｌｉ Ｍｉｎｇ', 'fullWidth'],
    ['<b>王芳</b>', 'personNameCharacters'],
  ])('%o is refused: %s', (text, reason) => {
    expect(checkPersonName(text)).toEqual({ ok: false, reason })
  })
})

describe('what is said about a wrong field', () => {
  it('is said in both languages, and differently for each fault', () => {
    const texts = Object.values(fieldFaults)
    expect(new Set(texts.map((text) => text.zh)).size).toBe(texts.length)
    expect(new Set(texts.map((text) => text.en)).size).toBe(texts.length)
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text.en.replace('使', '')))).toEqual([])
  })
})
