/** What our image holds, and what its programs need. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { inCheckout, isOurs, type Service } from './compose-file.ts'

/** Our programs that a service names in its command and its health check. */
export function programsOf(service: Service): readonly string[] {
  const { test } = service.healthcheck ?? {}
  const words = [...(service.command ?? []), ...(Array.isArray(test) ? (test as readonly string[]) : [])]
  return isOurs(service) ? words.filter((word) => /^[\w./-]+\.ts$/.test(word)) : []
}

const imported = /(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g
const besides = /new URL\(\s*'((?!https?:)[^']+)',\s*import\.meta\.url/g

/** What a program takes by a path that it puts together itself. */
const byPath: Readonly<Record<string, readonly string[]>> = {
  'workflow-bundle.ts': ['workflows/index.ts', 'temporal-failure-converter.ts'],
}

/** Every file of ours that the program reads through imports and through URLs beside them, itself among them. */
export function reachedFrom(program: string): readonly string[] {
  const reached = new Set<string>()
  const open = [program]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path) || !existsSync(inCheckout(path))) continue
    reached.add(path)
    if (!path.endsWith('.ts')) continue
    open.push(...(byPath[path] ?? []))
    const text = readFileSync(inCheckout(path), 'utf8')
    for (const [, target = ''] of [...text.matchAll(imported), ...text.matchAll(besides)])
      open.push(normalize(join(dirname(path), target)))
  }
  return [...reached]
}

/** By the patterns that our .dockerignore uses: names and `*` within a name, each with everything below it. */
export function isExcluded(path: string, dockerignore: string): boolean {
  const patterns = dockerignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return patterns.some((pattern) => {
    const expression = pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]*')
    return new RegExp(`^${expression}(/|$)`).test(path)
  })
}
