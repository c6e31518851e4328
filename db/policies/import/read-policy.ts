import { termsFaults } from '../../../domain/policy/check-terms.ts'
import { instantFrom } from '../../../domain/policy/moment.ts'
import type { Endorsement, IssuedPolicy, PremiumEvent } from '../../../domain/policy/snapshot.ts'
import type { EndorsementChange, Line, PolicyTerms } from '../../../domain/policy/terms.ts'
import { civilDateOf, isCivilDate } from '../../../domain/time/civil-date.ts'
import type { CivilDate, Instant } from '../../../domain/time/instant.ts'
import type { FieldCipher } from '../../encryption/field-cipher.ts'
import type { FaultList } from './faults.ts'
import type { FileEndorsement, FileObject, FilePolicy, FilePremiumEvent } from './file-schema.ts'
import { lookupNumberOf, readObjects } from './read-objects.ts'
import { readPeople, type ReadPerson } from './read-people.ts'

/** What the file and the database know about the products that its policies belong to. */
export interface KnownProduct {
  readonly line: Line
  readonly wordings: readonly {
    readonly wordingId: string
    readonly from: CivilDate
    readonly to?: CivilDate
  }[]
}

export interface ReadPolicy extends Omit<IssuedPolicy, 'policyId' | 'branchId'> {
  readonly path: string
  readonly productId: string
  readonly branchCode: string
  readonly people: readonly ReadPerson[]
  readonly objects: readonly FileObject[]
  readonly plateHash: string | null
  readonly endorsements: readonly Endorsement[]
  readonly premiumEvents: readonly PremiumEvent[]
}

export interface ReadContext {
  readonly cipher: FieldCipher
  readonly now: Instant
  readonly today: CivilDate
  readonly products: ReadonlyMap<string, KnownProduct>
  readonly faults: FaultList
}

/** One policy of the file as the domain speaks of it, checked as far as that is possible without the database. */
export function readPolicy(file: FilePolicy, path: string, context: ReadContext): ReadPolicy | undefined {
  const { faults, cipher, products } = context
  const inceptionAt = readMoment(file.inceptionAt, `${path}/inceptionAt`, faults)
  const expiryAt = readMoment(file.expiryAt, `${path}/expiryAt`, faults)
  const product = products.get(file.productId)
  faults.require(product !== undefined, `${path}/productId`, 'productUnknown')
  if (product === undefined || inceptionAt === undefined || expiryAt === undefined) return undefined
  const { line } = product
  const objects = readObjects(line, file.objects, `${path}/objects`, context)
  const terms = termsFrom(file, objects)
  if (expiryAt <= inceptionAt) faults.add(`${path}/expiryAt`, 'intervalEmpty')
  else {
    const wrong = termsFaults({ line, inceptionAt, expiryAt, terms })
    faults.addAll(`${path}/terms`, wrong)
    const sold = wordingSold(product, terms.wordingId, civilDateOf(inceptionAt))
    const applies = !wrong.some((fault) => fault.path === '/wordingId')
    faults.require(sold || !applies, `${path}/terms/wordingId`, 'wordingNotSold')
  }
  const plate = lookupNumberOf(objects)
  return {
    path,
    policyNumber: file.policyNumber,
    productId: file.productId,
    branchCode: file.branchCode,
    line,
    inceptionAt,
    expiryAt,
    terms,
    people: readPeople(file.people, `${path}/people`, context),
    objects,
    plateHash: plate === null ? null : cipher.lookupHash('plate', plate),
    endorsements: file.endorsements.flatMap(
      (one, index) => readEndorsement(one, `${path}/endorsements/${index}`, faults) ?? [],
    ),
    premiumEvents: readPremiumEvents(file.premiumEvents, `${path}/premiumEvents`, context),
  }
}

/** The vehicle's price and age count for depreciation, and are no personal data: they stand in the terms as well. */
function termsFrom(file: FilePolicy, objects: readonly FileObject[]): PolicyTerms {
  const vehicle = objects.find((object) => object.kind === 'vehicle')
  if (vehicle === undefined) return file.terms
  const { newPriceMinor, firstRegisteredOn } = vehicle
  return { ...file.terms, newPriceMinor, firstRegisteredOn }
}

function wordingSold({ wordings }: KnownProduct, wordingId: string, on: CivilDate): boolean {
  return wordings.some(
    (one) => one.wordingId === wordingId && one.from <= on && (one.to === undefined || on <= one.to),
  )
}

function readMoment(text: string, path: string, faults: FaultList): Instant | undefined {
  const instant = instantFrom(text)
  faults.require(instant !== undefined, path, 'moment')
  return instant
}

export function readEndorsement(
  file: FileEndorsement,
  path: string,
  faults: FaultList,
): Endorsement | undefined {
  const effectiveAt = readMoment(file.effectiveAt, `${path}/effectiveAt`, faults)
  const change = readChange(file.change, `${path}/change`, faults)
  return effectiveAt === undefined || change === undefined
    ? undefined
    : { number: file.number, effectiveAt, change }
}

function readChange(
  change: FileEndorsement['change'],
  path: string,
  faults: FaultList,
): EndorsementChange | undefined {
  if (change.kind === 'expiry') {
    const expiryAt = readMoment(change.expiryAt, `${path}/expiryAt`, faults)
    return expiryAt === undefined ? undefined : { kind: 'expiry', expiryAt }
  }
  if (change.kind === 'terms' && change.terms.firstRegisteredOn !== undefined) {
    faults.require(isCivilDate(change.terms.firstRegisteredOn), `${path}/terms/firstRegisteredOn`, 'date')
  }
  return change
}

function readPremiumEvents(
  events: readonly FilePremiumEvent[],
  path: string,
  context: Pick<ReadContext, 'now' | 'faults'>,
): readonly PremiumEvent[] {
  const read = events.flatMap((event, index) => readPremiumEvent(event, `${path}/${index}`, context) ?? [])
  const instants = read.map((event) => event.at)
  for (const [index, at] of instants.entries()) {
    context.faults.require(instants.indexOf(at) === index, `${path}/${index}/at`, 'twice')
  }
  return read
}

export function readPremiumEvent(
  { status, at }: FilePremiumEvent,
  path: string,
  { now, faults }: Pick<ReadContext, 'now' | 'faults'>,
): PremiumEvent | undefined {
  const instant = readMoment(at, `${path}/at`, faults)
  if (instant === undefined) return undefined
  faults.require(instant <= now, `${path}/at`, 'inFuture')
  return { status, at: instant }
}
