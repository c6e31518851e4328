import { fieldContext } from '../encryption/field-cipher.ts'

/** Binds a version of content to its claim. */
export function contentContext(claimId: string, kind: string, version: number): string {
  return fieldContext('claim', claimId, `${kind}.${version}`)
}
