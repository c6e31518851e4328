/**
 * Loaded before the programs (`node --import ./quick-start.ts worker.ts`), so that one which died is back half a second
 * sooner. drizzle-orm lists every file of its own in a package.json of 180 kB, which Node reads again for each of its
 * hundred modules: half of the processor time of a start. Here each is found once, where Node finds it too; without
 * this module everything works as well, only later.
 */
import { registerHooks } from 'node:module'

const heavy = 'drizzle-orm'
const inside = `/node_modules/${heavy}/`
const found = new Map<string, { readonly url: string; readonly format: 'module' }>()

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context
    if (specifier.startsWith('.') && parentURL.includes(inside))
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
    if (specifier !== heavy && !specifier.startsWith(`${heavy}/`)) return next(specifier, context)
    const known = found.get(specifier)
    if (known !== undefined) return { ...known, shortCircuit: true }
    const resolved = next(specifier, context)
    // Who asks with `require` gets another file, and asks Node.
    if (context.conditions.includes('import')) found.set(specifier, { url: resolved.url, format: 'module' })
    return resolved
  },
})
