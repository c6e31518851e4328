/** Where the figures come from: they are worth nothing on another machine, and little when this one is busy. */
import { cpus, loadavg, totalmem } from 'node:os'

export function machine(): string {
  const all = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const load = loadavg()[0]?.toFixed(1)
  return `${new Date().toISOString()} · ${all.length} × ${all[0]?.model} · ${memory} · Node ${process.version} · load before ${load}`
}
