/**
 * PUBLIC keys, for tests and stored workflow histories only. Everybody who can read
 * the repository has them: nothing that is encrypted with them is secret.
 */
import { createHash } from 'node:crypto'
import type { KeyRing } from '../../domain/privacy/key-ring.ts'

function publicKey(id: string): Buffer {
  return createHash('sha256').update(`lipei public test key ${id}`).digest()
}

/** Writes with `public-test-1`. Stored histories are encrypted with it: never change it. */
export const publicTestKeys: KeyRing = {
  current: 'public-test-1',
  keys: new Map([['public-test-1', publicKey('1')]]),
}

/** After a rotation: writes with `public-test-2`, still reads `public-test-1`. */
export const rotatedTestKeys: KeyRing = {
  current: 'public-test-2',
  keys: new Map([
    ['public-test-2', publicKey('2')],
    ['public-test-1', publicKey('1')],
  ]),
}

/** After the old key was withdrawn: `public-test-1` cannot be read any more. */
export const withdrawnTestKeys: KeyRing = {
  current: 'public-test-2',
  keys: new Map([['public-test-2', publicKey('2')]]),
}

export const publicTestLookupKey: Buffer = publicKey('look-up')
