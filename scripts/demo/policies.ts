/** Policies made for the run, with new people: each scenario finds its contract untouched. */
import { randomInt } from 'node:crypto'
import { identityCheckCharacter } from '../../domain/identity/identity-number.ts'
import { vehicleCheckCharacter } from '../../domain/identity/vehicle-identification-number.ts'
import type { CoverageTerms, Line } from '../../domain/policy/terms.ts'
import type { Cast } from './cast.ts'

export interface Contract {
  readonly line: Line
  readonly wordingId: string
  /** The year of the loss; the policy covers it whole. */
  readonly year: number
  readonly coverages: readonly CoverageTerms[]
  readonly perils: readonly string[]
  readonly exclusions?: readonly string[]
  readonly riders?: readonly string[]
}

export interface Insured {
  readonly name: string
  readonly phone: string
  readonly identityNumber: string
  readonly policyNumber: string
  /** Of the insured vehicle; absent where people or other things are insured. */
  readonly plate?: string
  /** Others who are insured by the same policy. */
  readonly family?: readonly Relative[]
}

export type Relative = Pick<Insured, 'name' | 'phone' | 'identityNumber'>

/** Without I, O and Q, which neither plates nor vehicle numbers have. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
const letter = () => letters[randomInt(letters.length)] ?? 'A'
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']
const given = ['建国', '秀英', '志强', '淑芬', '海燕', '文博', '雨桐', '子轩', '丽华', '俊杰']

const issued = new Set<string>()

/** Of nobody who was made up before: under one number there is one name. */
function identityNumber(): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const born = `19${70 + randomInt(25)}${two(1 + randomInt(12))}${two(1 + randomInt(28))}`
  const body = `440304${born}${digits(3)}`
  if (issued.has(body)) return identityNumber()
  issued.add(body)
  return body + identityCheckCharacter(body)
}

function vehicleNumber(): string {
  const draft = `LSV${letter()}A41${digits(1)}0${letter()}${digits(7)}`
  return draft.slice(0, 8) + vehicleCheckCharacter(draft) + draft.slice(9)
}

/** Hands the contract in as an insurer's core would, and says who is insured by it. */
export async function takeOut(cast: Cast, contract: Contract, branchCode: string): Promise<Insured> {
  const insured = someoneInsured(contract)
  await cast.any('administrator').http.post('/policies/imports', policyFile(contract, branchCode, [insured]))
  return insured
}

/** As many policies of one kind, each with its own person, in one document. */
export async function takeOutMany(
  cast: Cast,
  contract: Contract,
  branchCode: string,
  count: number,
): Promise<readonly Insured[]> {
  const all = Array.from({ length: count }, () => someoneInsured(contract))
  await cast.any('administrator').http.post('/policies/imports', policyFile(contract, branchCode, all))
  return all
}

/** Somebody new; or an additional policy of somebody who is known. */
export function someoneInsured({ line, year }: Contract, known?: Relative): Insured {
  const person = known ?? {
    name: `${surnames[randomInt(surnames.length)] ?? '王'}${given[randomInt(given.length)] ?? '建国'}`,
    // Numbers that begin with 199000 are unassigned at the simulated gateway: no code would ever arrive.
    phone: `199${1 + randomInt(9)}${digits(7)}`,
    identityNumber: identityNumber(),
  }
  return {
    ...person,
    policyNumber: `DEMO${year}${digits(10)}`,
    ...(isMotor(line) ? { plate: `粤B${letter()}${digits(4)}` } : {}),
  }
}

/** A customer reads it as the name of what they bought, above the policy. */
const productNames: Readonly<Record<Line, { readonly zh: string; readonly en: string }>> = {
  motorCompulsory: { zh: '机动车交通事故责任强制保险', en: 'Compulsory motor insurance' },
  motorCommercial: { zh: '机动车商业保险', en: 'Motor insurance' },
  property: { zh: '财产保险', en: 'Property insurance' },
  accident: { zh: '意外伤害保险', en: 'Personal accident insurance' },
  health: { zh: '医疗保险', en: 'Medical insurance' },
}

const isMotor = (line: Line) => line === 'motorCommercial' || line === 'motorCompulsory'

/** One document in the insurer's format, with a policy for each. */
export function policyFile(contract: Contract, branchCode: string, all: readonly Insured[]): object {
  const { line, wordingId } = contract
  const productId = `demo-${wordingId}`
  return {
    format: 'lipei.policies/1',
    products: [
      {
        id: productId,
        line,
        name: productNames[line],
        wordings: [{ wordingId, from: '2014-01-01' }],
      },
    ],
    policies: all.map((insured) => policyOf(insured, contract, { productId, branchCode })),
  }
}

function policyOf(
  insured: Insured,
  { line, wordingId, year, coverages, perils, exclusions = [], riders = [] }: Contract,
  sold: { readonly productId: string; readonly branchCode: string },
): object {
  return {
    policyNumber: insured.policyNumber,
    ...sold,
    inceptionAt: `${year}-01-01T00:00:00+08:00`,
    expiryAt: `${year + 1}-01-01T00:00:00+08:00`,
    terms: {
      wordingId,
      coverages,
      perils,
      exclusions,
      waitingPeriodDays: 0,
      riders,
      disclosureProof: 'd'.repeat(64),
    },
    people: [
      personOf(insured, ['holder', 'insured']),
      ...(insured.family ?? []).map((relative) => personOf(relative, ['insured'])),
    ],
    objects: isMotor(line)
      ? [
          {
            kind: 'vehicle',
            plate: insured.plate,
            vehicleNumber: vehicleNumber(),
            seats: 5,
            usage: 'family',
            firstRegisteredOn: `${year - 2}-06-01`,
            newPriceMinor: 20_000_000,
          },
        ]
      : objectsOf(line),
    endorsements: [],
    premiumEvents: [{ status: 'paid', at: `${year}-01-01T00:00:00+08:00` }],
  }
}

function personOf({ name, identityNumber: number, phone }: Relative, roles: readonly string[]): object {
  return { roles, kind: 'natural', name, identityNumber: number, phone }
}

/** What is insured besides vehicles; people are no objects. */
function objectsOf(line: Line): readonly object[] {
  if (line !== 'property') return []
  const address = '上海市浦东新区演示路1号'
  return [
    { kind: 'building', address },
    { kind: 'contents', address, description: '库存货物' },
  ]
}
