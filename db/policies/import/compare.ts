import { canonical } from '../../canonical.ts'
import type { FaultList } from './faults.ts'
import type { FileBranch, FileProduct } from './file-schema.ts'
import type { PersonOnFile, PolicyOnFile } from './on-file.ts'
import type { ReadPerson } from './read-people.ts'
import type { ReadPolicy } from './read-policy.ts'

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** A branch or a product is entered once; what policies refer to does not change its meaning. */
export function compareBranch(
  file: FileBranch,
  onFile: { readonly name: string } | undefined,
  path: string,
  faults: FaultList,
): void {
  faults.require(onFile === undefined || onFile.name === file.name, `${path}/name`, 'branchDiffers')
}

interface ProductOnFile {
  readonly line: string
  readonly nameZh: string
  readonly nameEn: string
  readonly wordings: readonly FileProduct['wordings'][number][]
}

/** New wordings may be added and one that is open may be closed; nothing that was sold is taken back. */
export function compareProduct(
  file: FileProduct,
  onFile: ProductOnFile | undefined,
  path: string,
  faults: FaultList,
): void {
  if (onFile === undefined) return
  faults.require(file.line === onFile.line, `${path}/line`, 'productDiffers')
  const names = { zh: onFile.nameZh, en: onFile.nameEn }
  faults.require(same(file.name, names), `${path}/name`, 'productDiffers')
  const kept = onFile.wordings.every((sold) =>
    file.wordings.some(
      (one) =>
        one.wordingId === sold.wordingId &&
        one.from === sold.from &&
        (sold.to === undefined || sold.to === one.to),
    ),
  )
  faults.require(kept, `${path}/wordings`, 'productDiffers')
}

/** Who somebody is does not change with a policy: another name or telephone is entered at the person. */
export function comparePerson(person: ReadPerson, onFile: PersonOnFile | undefined, faults: FaultList): void {
  if (onFile === undefined) return
  faults.require(person.kind === onFile.kind, `${person.path}/kind`, 'personDiffers')
  faults.require(person.name === onFile.name, `${person.path}/name`, 'personDiffers')
  const phoneKept = person.phone === null || onFile.phone === null || person.phone === onFile.phone
  faults.require(phoneKept, `${person.path}/phone`, 'personDiffers')
}

/** A policy is immutable once it is on file; only endorsements and premium events are added. */
export function comparePolicy(
  policy: ReadPolicy,
  onFile: PolicyOnFile,
  branchCode: string | undefined,
  people: ReadonlyMap<string, PersonOnFile>,
  faults: FaultList,
): void {
  const { path } = policy
  const { row } = onFile
  const differs = (field: string, equal: boolean) =>
    faults.require(equal, `${path}/${field}`, 'policyDiffers')
  differs('productId', policy.productId === row.productId)
  differs('branchCode', policy.branchCode === branchCode)
  differs('inceptionAt', policy.inceptionAt === row.inceptionAt)
  differs('expiryAt', policy.expiryAt === row.expiryAt)
  for (const name of new Set([...Object.keys(policy.terms), ...Object.keys(row.terms)])) {
    const [given, kept] = [policy.terms, row.terms].map((terms) =>
      Object.entries(terms).find(([key]) => key === name),
    )
    differs(`terms/${name}`, same(given, kept))
  }
  const roles = policy.people.flatMap((person) =>
    person.roles.map((role) => `${people.get(person.identityHash)?.personId ?? 'new'} ${role}`),
  )
  differs(
    'people',
    sameSet(
      roles,
      onFile.people.map(({ personId, role }) => `${personId} ${role}`),
    ),
  )
  differs('objects', sameSet(policy.objects.map(canonical), onFile.objects.map(canonical)))
  compareEndorsements(policy, onFile, faults)
  comparePremium(policy, onFile, faults)
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return same(a.toSorted(), b.toSorted())
}

function compareEndorsements(policy: ReadPolicy, onFile: PolicyOnFile, faults: FaultList): void {
  for (const [index, { number, effectiveAt, change }] of policy.endorsements.entries()) {
    const kept = onFile.endorsements.find((one) => one.number === number)
    const equal = kept === undefined || (kept.effectiveAt === effectiveAt && same(kept.change, change))
    faults.require(equal, `${policy.path}/endorsements/${index}`, 'endorsementDiffers')
  }
}

function comparePremium(policy: ReadPolicy, onFile: PolicyOnFile, faults: FaultList): void {
  for (const [index, { at, status }] of policy.premiumEvents.entries()) {
    const kept = onFile.premiumEvents.find((one) => one.at === at)
    const equal = kept === undefined || kept.status === status
    faults.require(equal, `${policy.path}/premiumEvents/${index}`, 'premiumEventDiffers')
  }
}

/** What the file adds to a policy on file. */
export function additions(policy: ReadPolicy, onFile: PolicyOnFile | undefined) {
  const numbers = new Set(onFile?.endorsements.map((one) => one.number))
  const instants = new Set(onFile?.premiumEvents.map((one) => one.at))
  return {
    endorsements: policy.endorsements.filter((one) => !numbers.has(one.number)),
    premiumEvents: policy.premiumEvents.filter((one) => !instants.has(one.at)),
  }
}
