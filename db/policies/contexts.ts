import { fieldContext } from '../encryption/field-cipher.ts'

/** Binds the details of an insured object to its policy. */
export function objectContext(policyId: string, objectId: string): string {
  return fieldContext('policy', policyId, `object.${objectId}`)
}
