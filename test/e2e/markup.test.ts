import { randomUUID } from 'node:crypto'
import { beforeAll, expect, inject, it } from 'vitest'
import { nameOf } from '../../scripts/browser/text-fields.ts'
import type { Visitor } from '../../scripts/browser/visitor.ts'
import { openCast } from './handler-cast.ts'
import { payloads } from './markup/payloads.ts'
import { plantClaims } from './markup/planted-claims.ts'
import { plantFiles } from './markup/planted-files.ts'
import { cameToBe, listener, type Planting, planting, standing } from './markup/planting.ts'

const ofTheState = 'a note in the history like every other, in a state to which no journey here comes'

/** Fields that are filled by nothing here, each with its reason; a new field is none of them. */
const leftOut: Readonly<Record<string, string>> = {
  'POST /claims smallClaim/account/bankName': 'the same column as that of the account',
  'PUT /claims/{claimId}/survey/report signature/signedBy': 'goes with the hash of what was signed',
  'POST /claims/{claimId}/sheets input/coverages/*/otherInsurances/*/insurer': 'needs a sheet of property',
  'POST /claims/{claimId}/tasks/{taskId}/acknowledgement note': ofTheState,
  'POST /claims/{claimId}/payments/{intentId}/suspense-resolution note': ofTheState,
  'POST /claims/{claimId}/fast-track-review note': ofTheState,
  'POST /calculations input/coverages/*/lines/*/receipts/*/receipt': 'is not stored',
  'POST /calculations input/coverages/*/otherInsurances/*/insurer': 'is not stored',
  'POST /fast-track sampleSeed': 'turns the fast track on for everybody',
}

let planted: Planting
let claims: Awaited<ReturnType<typeof plantClaims>>
let household: Awaited<ReturnType<typeof plantFiles>>

beforeAll(async () => {
  const api = inject('journeysApi')
  planted = await planting(api, new Set(Object.keys(leftOut)))
  const cast = openCast(planted.rewrite)
  ;[claims, household] = await Promise.all([plantClaims(cast), plantFiles(cast)])
}, 240_000)

it('every field into which people write was found in the document of the API, and written into', () => {
  expect(planted.fields.length).toBeGreaterThan(40)
  const names = planted.fields.map(nameOf)
  expect(names.filter((name) => !planted.written.has(name) && !(name in leftOut))).toEqual([])
  expect(Object.keys(leftOut).filter((name) => !names.includes(name))).toEqual([])
})

it('half a character is refused, and changes nothing', async () => {
  const { status, body } = await claims.documents.customer.postOnce<{ code?: string }>(
    claims.documents.path('/messages'),
    { message: 'a\ud83d' },
    randomUUID(),
  )
  expect([status, body.code]).toEqual([400, 'malformed'])
})

/** Opens a page, sees that nothing of it came to be markup, and says how many payloads stand there, all as typed. */
async function read(reader: Visitor, path: string): Promise<number> {
  await reader.page.goto(path)
  await reader.settled()
  expect(await cameToBe(reader), path).toEqual([])
  const { begun, changed } = await standing(reader)
  expect(changed, path).toEqual([])
  return begun
}

it('every payload is shown to the customer and to the handler as it was typed', async () => {
  const story = claims.documents
  const customer = await listener({ language: 'zh', width: 390 })
  await customer.resume(story.customer.session)
  expect(await read(customer, `/my/claims/${story.claimId}`)).toBe(payloads.length)

  const handler = await listener({ language: 'en', width: 1440 })
  await handler.resume((await story.contact()).http.session)
  expect(await read(handler, `/staff/claims/${story.claimId}`)).toBe(payloads.length)
  for (const { claimId } of [...Object.values(claims), household]) {
    expect(await read(handler, `/staff/claims/${claimId}`)).toBeGreaterThan(0)
  }
})

it('what is insured is shown as it was typed', async () => {
  const owner = await listener({ language: 'zh', width: 390 })
  await owner.signInCustomer(household.insured.phone)
  await read(owner, '/my')
  const policies = owner.page.locator('a[href*="/my/policies/"]')
  const links = await Promise.all((await policies.all()).map((one) => one.getAttribute('href')))
  expect(links).toHaveLength(2)
  for (const link of links) expect(await read(owner, link ?? '')).toBeGreaterThan(0)
})
