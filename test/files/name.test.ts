import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition, displayName, extensionOf } from '../../files/name.ts'

describe('the name of a file', () => {
  it.each([
    ['发票.pdf', '发票.pdf'],
    ['photo 1 (2).jpg', 'photo 1 (2).jpg'],
    ['C:\\fakepath\\IMG_1.JPG', 'IMG_1.JPG'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['..', 'file'],
    ['/', 'file'],
    ['', 'file'],
    ['a／b＼c.jpg', 'c.jpg'],
    ['a\0.jpg', 'a.jpg'],
    ['a\r\nSet-Cookie: x.jpg', 'aSet-Cookie_ x.jpg'],
    ['annexe\u202Egpj.exe', 'annexegpj.exe'],
    ['a\u200B\uFEFF\u2066b.jpg', 'ab.jpg'],
    ['=cmd|calc!A1.csv', 'cmd_calc!A1.csv'],
    ['+1-@x.pdf', '1-@x.pdf'],
    ['.htaccess', 'htaccess'],
    ['photo.jpg. . ', 'photo.jpg'],
    ['<script>.png', '_script_.png'],
    ['"quoted".png', '_quoted_.png'],
    ['CON.jpg', '_CON.jpg'],
    ['console.jpg', 'console.jpg'],
    ['cafe\u0301.jpg', 'café.jpg'],
    ['a\uD800b.jpg', 'ab.jpg'],
  ])('%j shows as %j', (raw, shown) => {
    expect(displayName(raw)).toBe(shown)
  })

  it('is cut to 120 characters and keeps its extension', () => {
    const shown = displayName(`${'车'.repeat(300)}.jpeg`)
    expect(Array.from(shown)).toHaveLength(120)
    expect(shown.endsWith('车.jpeg')).toBe(true)
    expect(Array.from(displayName('𠮷'.repeat(300)))).toHaveLength(120)
    expect(displayName(`a.${'b'.repeat(300)}`)).toHaveLength(120)
  })

  it('never holds a separator, an invisible character or more than 120 characters, and stays as it is', () => {
    const tricky = fc.constantFrom(
      '/',
      '\\',
      '..',
      '\0',
      '\u202E',
      '\n',
      '"',
      '.',
      '车',
      '😀',
      '\uD83D',
      'con',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(tricky, fc.string({ unit: 'binary' })), { maxLength: 80 }), (parts) => {
        const shown = displayName(parts.join(''))
        expect(shown).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(shown).not.toMatch(/^[.=+@\s-]|[.\s]$/u)
        expect(shown).not.toBe('')
        expect(Array.from(shown).length).toBeLessThanOrEqual(120)
        expect(displayName(shown)).toBe(shown)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a.JPG', 'jpg'],
    ['a.tar.gz', 'gz'],
    ['a', ''],
    ['.jpg', ''],
    ['a.', ''],
  ])('%s has the extension %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })
})

describe('Content-Disposition', () => {
  it('gives the real name encoded and an ASCII name for old readers (RFC 6266)', () => {
    expect(contentDisposition('发票 (1).pdf')).toBe(
      `attachment; filename="__ (1).pdf"; filename*=UTF-8''%E5%8F%91%E7%A5%A8%20%281%29.pdf`,
    )
    expect(contentDisposition("café's.jpg", 'inline')).toBe(
      `inline; filename="cafe_s.jpg"; filename*=UTF-8''caf%C3%A9%27s.jpg`,
    )
  })

  it('cannot be broken out of by any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition(name)
        const [, encoded] =
          /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''([\w.!~%-]+)$/.exec(header) ?? []
        expect(decodeURIComponent(encoded ?? '')).toBe(displayName(name))
      }),
      { numRuns: 500 },
    )
  })
})
