/**
 * Decodes one photograph, which comes on standard input, and writes its copies to standard output. It runs
 * without keys, database and environment: what breaks out of an image decoder finds nothing here.
 */
import { writeFileSync } from 'node:fs'
import { createDerivatives } from '../../files/derivatives.ts'
import { readEvidence, takenAt } from '../../files/evidence.ts'
import { readImageHeader } from '../../files/image-engine.ts'
import { largestFileBytes } from '../../files/store.ts'
import { frame, readAll } from './frames.ts'

/** Exit codes that the parent knows. */
const undecodable = 3
const memory = 4

const [, , mostMegabytes = '600'] = process.argv
const mostBytes = Number(mostMegabytes) * 1024 * 1024
try {
  // Where the machine or the container is short of memory, the photograph goes and not what else runs there.
  writeFileSync('/proc/self/oom_score_adj', '1000')
} catch {
  // Other systems than Linux have no such file.
}
// The decoder's memory lies outside the JavaScript heap, where no option of Node limits it.
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes) process.exit(memory)
}, 20).unref()

const original = await readAll(process.stdin, largestFileBytes)
if (original === undefined) process.exit(undecodable)
try {
  const { view, thumbnail, measures, perceptualHash } = await createDerivatives(original)
  const { exif } = await readImageHeader(original)
  const evidence = await readEvidence(exif)
  const described = { perceptualHash, measures: { ...measures, takenAt: takenAt(evidence), evidence } }
  const answer = frame(Buffer.from(JSON.stringify(described)), view.bytes, thumbnail.bytes)
  process.stdout.write(answer, () => process.exit(0))
} catch {
  process.exit(undecodable)
}
