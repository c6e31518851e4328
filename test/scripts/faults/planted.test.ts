import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bugs } from '../../../scripts/faults/planted/bugs.ts'
import { plantedCopy } from '../../../scripts/faults/planted/copy.ts'

const folder = new URL('../../../scripts/faults/planted/', import.meta.url)
const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'))

/** The files that a patch changes. */
function changedBy(name: string): readonly string[] {
  const text = readFileSync(new URL(`${name}.patch`, folder), 'utf8')
  return [...text.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, file = '']) => file)
}

describe('the bugs that the checker is tried on', () => {
  it('are eight, each with its patch', () => {
    expect(bugs).toHaveLength(8)
    expect(patches.toSorted()).toEqual(bugs.map(({ name }) => `${name}.patch`).toSorted())
  })

  it.each(bugs.map(({ name }) => name))('%s can be planted in the product as it is today', (name) => {
    const files = changedBy(name)
    const copy = plantedCopy(name, files)
    try {
      const changed = files.map((file) => readFileSync(join(copy.path, file), 'utf8'))
      expect(changed.join('')).toContain('PLANTED: ')
      for (const text of changed) expect(() => stripTypeScriptTypes(text)).not.toThrow()
    } finally {
      copy.remove()
    }
  })

  it('are told apart from a patch that does not fit any more', () => {
    expect(() => plantedCopy('nothing-like-it', [])).toThrow(/nothing-like-it/)
  })
})
