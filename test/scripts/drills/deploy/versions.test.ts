import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyOf, patchId } from '../../../../scripts/drills/deploy/versions.ts'

// That histories refuse the one and not the other is what `test/workflows/incompatible-change.test.ts` sees of such changes.
it.each([
  ['compatible', `    if (patched('${patchId}')) await sleep(1)\n`],
  ['incompatible', '    await sleep(1)\n'],
] as const)('the %s version has its step before every stage', (version, step) => {
  const copy = copyOf(version)
  try {
    const source = readFileSync(join(copy.path, 'workflows', 'claim.ts'), 'utf8')
    expect(source).toContain(`${step}    if (stage !== 'archived') await stages[stage](claim)`)
    expect(source).toContain("patched, sleep } from '@temporalio/workflow'")
  } finally {
    copy.remove()
  }
})
