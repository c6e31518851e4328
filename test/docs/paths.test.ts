import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'docs/capabilities.md',
  'docs/operations.md',
  ...decisions(),
]

function decisions(): readonly string[] {
  return readdirSync(new URL('docs/decisions/', root)).map((name) => `docs/decisions/${name}`)
}

const folders =
  'activities|api|bank|db|docs|domain|files|jobs|messaging|scripts|signed-http|test|web|workflows|\\.ci'
const quotedPath = new RegExp(`^(?:(?:${folders})/[\\w./-]*|[\\w-]+\\.(?:ts|md|json|yml))$`)

/** Files and folders of the repository that a document names in backticks or links to. */
function pathsIn(document: string): readonly string[] {
  const text = readFileSync(new URL(document, root), 'utf8')
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '')
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)\)/g)].map((match) =>
    resolve(document, match[1] ?? ''),
  )
  return [...new Set([...quoted.filter((one) => quotedPath.test(one)), ...linked])]
}

function resolve(document: string, link: string): string {
  return new URL(link, new URL(document, 'file:///')).pathname.slice(1)
}

describe('the documents', () => {
  it.each(documents)('%s names only files and folders that exist', (document) => {
    const missing = pathsIn(document).filter((path) => !existsSync(new URL(path, root)))
    expect(missing).toEqual([])
  })

  it('find paths at all, so that this test can fail', () => {
    expect(pathsIn('ARCHITECTURE.md')).toContain('db/execute.ts')
    expect(pathsIn('ARCHITECTURE.md').length).toBeGreaterThan(40)
  })
})
