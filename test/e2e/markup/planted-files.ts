/** What is planted outside claims: a policy, its owner, a colleague, a draft, and a proposal that is returned. */
import { randomUUID } from 'node:crypto'
import type { Cast } from '../../../scripts/demo/cast.ts'
import { policyFile, someoneInsured } from '../../../scripts/demo/policies.ts'
import { commercialMotor, coverage } from '../../../scripts/demo/scenarios/contracts.ts'
import { payloads } from './payloads.ts'
import { words } from './words.ts'

/** A name has at most fifty characters. */
const names = payloads.filter((payload) => payload.length <= 50)
const nameBy = (index: number) => names[index % names.length] ?? words

interface PolicyFile {
  readonly products: readonly object[]
  readonly policies: readonly { readonly objects: readonly object[] }[]
}

/** A product of its own: those that are on file keep their names. */
const product = { id: `planted-${randomUUID()}`, name: { zh: nameBy(1), en: nameBy(2) } }

/** Somebody whose things are markup, with policies and a loss that a colleague took down. */
async function plantPolicyholder(cast: Cast) {
  const administrator = cast.any('administrator').http
  const household = {
    line: 'property',
    wordingId: 'propertyHousehold',
    year: 2023,
    coverages: [coverage('property', '300000')],
    perils: ['waterDamage', 'fire'],
  } as const
  const insured = someoneInsured(household)
  const home = policyFile(household, '3101', [insured]) as PolicyFile
  const things = [
    { kind: 'building', address: words, structure: words },
    { kind: 'contents', address: words, description: words },
  ]
  await administrator.post('/policies/imports', {
    ...home,
    products: home.products.map((one) => ({ ...one, ...product })),
    policies: home.policies.map((policy) => ({ ...policy, objects: things, productId: product.id })),
  })
  const driven = someoneInsured(commercialMotor('2020', [coverage('ownDamage', '300000')]), insured)
  const car = policyFile(commercialMotor('2020', [coverage('ownDamage', '300000')]), '3101', [
    driven,
  ]) as PolicyFile
  await administrator.post('/policies/imports', {
    ...car,
    policies: car.policies.map((policy) => ({
      ...policy,
      objects: policy.objects.map((one) => ({ ...one, model: words, engineNumber: words })),
    })),
  })
  const taken = await cast.any('handler').http.post<{ claimId: string }>('/claims', {
    policyNumber: insured.policyNumber,
    cause: 'waterDamage',
    lossAt: '2023-05-01T03:20:00+08:00',
    narrative: words,
    damage: words,
    placeText: words,
    reporter: { name: '韩梅梅', phone: '13900000001', relation: words },
    parties: [{ role: 'victim', name: '李雷', phone: '13900000002' }],
  })
  const customer = await cast.customer(insured.phone)
  const { draftId } = await customer.post<{ draftId: string }>('/drafts', { form: { narrative: words } })
  await customer.put(`/drafts/${draftId}`, { form: { narrative: words } }, { 'if-match': '"1"' })
  return { insured, claimId: taken.claimId }
}

async function plantColleague(cast: Cast): Promise<void> {
  await cast.any('administrator').http.post('/people', {
    kind: 'natural',
    branchId: null,
    name: '李雷',
    staff: { displayName: words, workPhone: '021-60000000', skills: [words], capacity: 1 },
  })
}

/** A table with a name of its own for a case, proposed by one administrator and returned by another. */
async function plantProposal(cast: Cast): Promise<void> {
  const [author, reviewer] = cast.all('administrator')
  const document = await author?.http.get<{ version: number; testCases: object[] }>(
    '/rules/surveyNeed/versions/1',
  )
  if (document === undefined) throw new Error('Nobody administers.')
  const proposal = await author?.http.post<{ id: string; documentHash: string }>(
    '/rules/surveyNeed/versions',
    {
      ...document,
      version: document.version + 1,
      effectiveFrom: '2099-01-01',
      testCases: document.testCases.map((one, index) => ({ ...one, name: nameBy(index) })),
    },
  )
  await reviewer?.http.post(`/rules/proposals/${proposal?.id ?? ''}/return`, {
    documentHash: proposal?.documentHash,
    reason: words,
  })
}

export async function plantFiles(cast: Cast) {
  const [policyholder] = await Promise.all([
    plantPolicyholder(cast),
    plantColleague(cast),
    plantProposal(cast),
  ])
  return policyholder
}
