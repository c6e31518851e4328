/** The next version of the workflows: one that lets running claims go on, and one that does not. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckoutCopy, copyOfCheckout } from '../../faults/planted/copy.ts'

export const patchId = 'drill-a-step-before-every-stage'

const file = join('workflows', 'claim.ts')
const stage = `    if (stage !== 'archived') await stages[stage](claim)`
const imports = `import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow'`

export const versions = {
  /** A step more before every stage, for claims that have not come past it. */
  compatible: `    if (patched('${patchId}')) await sleep(1)`,
  /** The same step without asking whether the claim has lived without it. */
  incompatible: `    await sleep(1)`,
} as const

export function copyOf(version: keyof typeof versions): CheckoutCopy {
  const copy = copyOfCheckout(version)
  const path = join(copy.path, file)
  try {
    writeFileSync(path, changed(readFileSync(path, 'utf8'), versions[version]))
    return copy
  } catch (error) {
    copy.remove()
    throw error
  }
}

/** Throws when the file has become another one than is known here. */
function changed(source: string, step: string): string {
  for (const known of [stage, imports])
    if (!source.includes(known)) throw new Error(`${file} is not what the drill knows how to change.`)
  return source
    .replace(stage, `${step}\n${stage}`)
    .replace(imports, imports.replace(' }', ', patched, sleep }'))
}
