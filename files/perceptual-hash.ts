import { openPixels, type Pixels, toPixels } from './image-engine.ts'

/**
 * Difference hash (dHash), 64 bits as 16 hexadecimal digits: is each of 8 × 8 places
 * brighter than its right neighbour? The same photograph, scaled or compressed again,
 * differs in at most about 9 bits, another one in 25 or more. Comparing it finds a
 * photograph that was used for an earlier claim.
 */
export async function perceptualHash(pixels: Pixels): Promise<string> {
  const small = await toPixels(openPixels(pixels).resize(9, 8, { fit: 'fill' }).greyscale())
  const at = (x: number, y: number) => small.data[(y * small.width + x) * small.channels] ?? 0
  let hash = 0n
  for (let y = 0; y < 8; y += 1) {
    for (let x = 0; x < 8; x += 1) hash = (hash << 1n) | (at(x, y) > at(x + 1, y) ? 1n : 0n)
  }
  return hash.toString(16).padStart(16, '0')
}

/** How many of the 64 bits differ. */
export function perceptualDistance(one: string, other: string): number {
  let difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  let count = 0
  for (; difference !== 0n; difference >>= 1n) count += Number(difference & 1n)
  return count
}
