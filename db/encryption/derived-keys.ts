import { hkdfSync } from 'node:crypto'

/**
 * One key for each context, derived by HKDF-SHA-256 (RFC 5869). A derived key that
 * leaks opens one field of one row, and the master key cannot be computed from it.
 * The most recently used are kept: a worker meets the same few claims again and again.
 */
export function createDerivedKeys(purpose: string, capacity = 4096) {
  const recent = new Map<string, Buffer>()

  return function derive(keyId: string, master: Uint8Array, context: string): Buffer {
    const name = `${keyId}\0${context}`
    const known = recent.get(name)
    if (known !== undefined) {
      recent.delete(name)
      recent.set(name, known)
      return known
    }
    const derived = Buffer.from(hkdfSync('sha256', master, '', `${purpose}\0${context}`, 32))
    recent.set(name, derived)
    if (recent.size > capacity) {
      const [oldest] = recent.keys()
      if (oldest !== undefined) recent.delete(oldest)
    }
    return derived
  }
}
