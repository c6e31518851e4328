import { wordings as engineWordings } from '../../../domain/adjustment/wordings/wordings.ts'
import { endorsementFaults } from '../../../domain/policy/check-endorsements.ts'
import type { Line } from '../../../domain/policy/terms.ts'
import { civilDateOf, isCivilDate } from '../../../domain/time/civil-date.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { canonical } from '../../canonical.ts'
import type { Transaction } from '../../client.ts'
import type { FieldCipher } from '../../encryption/field-cipher.ts'
import { additions, compareBranch, comparePerson, comparePolicy, compareProduct } from './compare.ts'
import type { FaultList } from './faults.ts'
import type { FileBranch, FileProduct, ImportFile } from './file-schema.ts'
import {
  branchesOnFile,
  peopleOnFile,
  policiesOnFile,
  productsOnFile,
  type PersonOnFile,
  type PolicyOnFile,
} from './on-file.ts'
import { readPolicy, type KnownProduct, type ReadPolicy } from './read-policy.ts'

/** Everything that is to be written, with what it meets on file. */
export interface Plan {
  readonly newBranches: readonly FileBranch[]
  readonly changedProducts: readonly FileProduct[]
  readonly policies: readonly ReadPolicy[]
  /** Ids of the branches on file, by code. */
  readonly branchIds: ReadonlyMap<string, string>
  readonly onFile: ReadonlyMap<string, PolicyOnFile>
  /** By hash of the identity number. */
  readonly people: ReadonlyMap<string, PersonOnFile>
}

/** Reads what the file meets and finds all of its faults; it writes nothing. */
export async function planImport(
  tx: Transaction,
  cipher: FieldCipher,
  file: ImportFile,
  now: Instant,
  faults: FaultList,
): Promise<Plan> {
  const { branchIds, newBranches } = await planBranches(tx, file.branches ?? [], faults)
  const { products, changedProducts } = await planProducts(tx, file.products ?? [], faults)
  const known = new Set([...branchIds.keys(), ...newBranches.map((branch) => branch.code)])
  requireOnce(file.policies, (policy) => policy.policyNumber, '/policies', 'policyNumber', faults)
  const context = { cipher, now, today: civilDateOf(now), products, faults }
  const policies = file.policies.flatMap((policy, index) => {
    const path = `/policies/${index}`
    faults.require(known.has(policy.branchCode), `${path}/branchCode`, 'branchUnknown')
    return readPolicy(policy, path, context) ?? []
  })
  const hashes = policies.flatMap((policy) => policy.people.map((person) => person.identityHash))
  const people = await peopleOnFile(tx, cipher, hashes)
  const numbers = policies.map((policy) => policy.policyNumber)
  const onFile = await policiesOnFile(tx, cipher, numbers)
  comparePeople(policies, people, faults)
  const codes = new Map([...branchIds].map(([code, id]) => [id, code]))
  for (const policy of policies) {
    const kept = onFile.get(policy.policyNumber)
    if (kept !== undefined) comparePolicy(policy, kept, codes.get(kept.row.branchId), people, faults)
    checkNewEndorsements(policy, kept, faults)
  }
  return { newBranches, changedProducts, policies, branchIds, onFile, people }
}

async function planBranches(tx: Transaction, given: readonly FileBranch[], faults: FaultList) {
  const onFile = await branchesOnFile(tx)
  requireOnce(given, (branch) => branch.code, '/branches', 'code', faults)
  for (const [index, branch] of given.entries()) {
    compareBranch(branch, onFile.get(branch.code), `/branches/${index}`, faults)
  }
  return {
    branchIds: new Map([...onFile].map(([code, row]) => [code, row.id])),
    newBranches: given.filter((branch) => !onFile.has(branch.code)),
  }
}

async function planProducts(tx: Transaction, given: readonly FileProduct[], faults: FaultList) {
  const onFile = await productsOnFile(tx)
  requireOnce(given, (product) => product.id, '/products', 'id', faults)
  for (const [index, product] of given.entries()) {
    checkWordings(product, `/products/${index}/wordings`, faults)
    compareProduct(product, onFile.get(product.id), `/products/${index}`, faults)
  }
  const products = new Map<string, KnownProduct>([
    ...[...onFile].map(([id, row]) => [id, { line: row.line as Line, wordings: row.wordings }] as const),
    ...given.map((product) => [product.id, product] as const),
  ])
  const unchanged = ({ id, wordings }: FileProduct): boolean => {
    const kept = onFile.get(id)
    return kept !== undefined && canonical(newestFirst(wordings)) === canonical(newestFirst(kept.wordings))
  }
  const changedProducts = given.filter((product) => !unchanged(product))
  return { products, changedProducts }
}

/** The order in which a product keeps its wordings. */
export function newestFirst<Sold extends { readonly from: string }>(
  wordings: readonly Sold[],
): readonly Sold[] {
  return wordings.toSorted((a, b) => (a.from < b.from ? 1 : -1))
}

function checkWordings({ wordings }: FileProduct, path: string, faults: FaultList): void {
  for (const [index, { wordingId, from, to }] of wordings.entries()) {
    const at = `${path}/${index}`
    const known = engineWordings.some((wording) => wording.id === wordingId)
    faults.require(known, `${at}/wordingId`, 'wordingUnknown')
    faults.require(isCivilDate(from), `${at}/from`, 'date')
    faults.require(to === undefined || isCivilDate(to), `${at}/to`, 'date')
    faults.require(to === undefined || from <= to, `${at}/to`, 'intervalEmpty')
  }
}

/** One identity number is one person, in the whole file as on file. */
function comparePeople(
  policies: readonly ReadPolicy[],
  onFile: ReadonlyMap<string, PersonOnFile>,
  faults: FaultList,
): void {
  const seen = new Map<string, PersonOnFile>(onFile)
  for (const person of policies.flatMap((policy) => policy.people)) {
    const known = seen.get(person.identityHash)
    comparePerson(person, known, faults)
    const { kind, name, phone } = person
    const personId = known?.personId ?? ''
    seen.set(person.identityHash, { personId, kind, name, phone: known?.phone ?? phone })
  }
}

function checkNewEndorsements(policy: ReadPolicy, onFile: PolicyOnFile | undefined, faults: FaultList): void {
  const { endorsements } = additions(policy, onFile)
  const issued = { ...policy, policyId: '', branchId: '' }
  for (const { path, reason } of endorsementFaults(issued, onFile?.endorsements ?? [], endorsements)) {
    const [, index = '', ...rest] = path.split('/')
    const inFile = policy.endorsements.findIndex((one) => one === endorsements[Number(index)])
    faults.add([policy.path, 'endorsements', inFile, ...rest].join('/'), reason)
  }
}

function requireOnce<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  path: string,
  field: string,
  faults: FaultList,
): void {
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    faults.require(!seen.has(nameOf(item)), `${path}/${index}/${field}`, 'twice')
    seen.add(nameOf(item))
  }
}
