import type { Transaction } from '../../db/client.ts'
import type { FieldCipher } from '../../db/encryption/field-cipher.ts'
import type { ImportFile } from '../../db/policies/import/file-schema.ts'
import { importPolicies, type ImportReport } from '../../db/policies/import/import-policies.ts'
import { policies } from '../../db/schema/index.ts'
import { civilDateOf } from '../../domain/time/civil-date.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { resolveDates } from './dates.ts'
import { demonstrationDocument } from './documents.ts'

const policyFiles = ['policies-motor', 'policies-property', 'policies-person']

/** Branches, products and policies through the importer, as an insurer's core would bring them. */
export async function loadDemonstrationPolicies(
  tx: Transaction,
  cipher: FieldCipher,
  now: Instant,
): Promise<ImportReport> {
  const today = civilDateOf(now)
  const read = (name: string) => resolveDates(demonstrationDocument(name), today) as ImportFile
  // On another day the same file has other dates, so what is on file is left out instead of compared.
  const rows = await tx.select({ policyNumber: policies.policyNumber }).from(policies)
  const onFile = new Set(rows.map((row) => row.policyNumber))
  const missing = policyFiles
    .flatMap((name) => read(name).policies)
    .filter((policy) => !onFile.has(policy.policyNumber))
  return importPolicies(tx, cipher, { ...read('products'), policies: missing }, now)
}
