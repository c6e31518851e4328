import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documents } from '../../../db/schema/index.ts'
import { photograph } from '../../files/samples.ts'
import { refusalOf } from '../../support/api.ts'
import { Office } from './office.ts'

let office: Office
let claimId: string
let photo: Buffer

interface Listed {
  readonly documents: readonly {
    readonly documentId: string
    readonly name: string
    readonly channel: string
  }[]
}

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported()
  photo = await photograph(320, 240)
})
afterAll(() => office.close())

describe('an upload', () => {
  it('is stored under its own name and is one document however often it is sent', async () => {
    const key = randomUUID()
    const name = '现场 照片(1).jpg'
    const first = await office.upload('customer', claimId, 'photographs', photo, { name, key })
    expect(first.statusCode).toBe(201)
    const again = await office.upload('customer', claimId, 'photographs', photo, { name, key })
    expect(again.body).toBe(first.body)
    const listed = (await office.as('customer', 'GET', `/claims/${claimId}/documents`)).json<Listed>()
    expect(listed.documents).toMatchObject([
      { name, channel: 'upload', item: 'photographs', state: 'stored' },
    ])
    const other = await office.upload('customer', claimId, 'photographs', await photograph(64, 64), {
      name,
      key,
    })
    expect(refusalOf(other)).toEqual({ status: 422, code: 'keyReused' })
  })

  it.each([
    [
      'a script that calls itself a picture',
      Buffer.from('<script>alert(1)</script>'),
      'a.jpg',
      'fileTypeNotAccepted',
    ],
    ['a picture with another ending', null, 'a.pdf', 'fileNameDisagrees'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'fileTypeNotAccepted'],
    ['half a picture', 'half', 'a.jpg', 'imageDamaged'],
    ['nothing', Buffer.alloc(0), 'a.jpg', 'fileEmpty'],
  ] as const)('of %s is refused with words that help', async (_what, given, name, reason) => {
    const bytes = given === null ? photo : given === 'half' ? photo.subarray(0, photo.length / 2) : given
    const refused = await office.upload('customer', claimId, 'photographs', bytes, { name })
    expect(refused.json()).toMatchObject({
      status: 415,
      code: 'mediaTypeNotAllowed',
      fields: [{ path: '/file', reason }],
    })
  })

  it('above 20 MB is refused while it comes in', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, 7)
    const refused = await office.upload('customer', claimId, 'photographs', large)
    expect(refusalOf(refused)).toEqual({ status: 413, code: 'bodyTooLarge' })
  })

  it('that was cut off on its way leaves nothing behind', async () => {
    const before = (await office.as('handler', 'GET', `/claims/${claimId}/documents`)).body
    const boundary = 'cut'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`
    const cut = await office.as(
      'customer',
      'POST',
      `/claims/${claimId}/documents`,
      Buffer.concat([Buffer.from(head), photo.subarray(0, 1000)]),
      { 'content-type': `multipart/form-data; boundary=${boundary}` },
    )
    expect(refusalOf(cut)).toEqual({ status: 400, code: 'malformed' })
    expect((await office.as('handler', 'GET', `/claims/${claimId}/documents`)).body).toBe(before)
  })

  it('names an item of the checklist and a known channel; outside the house every channel is an upload', async () => {
    const item = await office.upload('customer', claimId, 'everything', photo)
    expect(item.json()).toMatchObject({ status: 400, fields: [{ path: '/item' }] })
    const channel = await office.upload('handler', claimId, 'photographs', photo, { channel: 'pigeon' })
    expect(channel.json()).toMatchObject({ status: 400, fields: [{ path: '/channel' }] })
    const off = await office.upload('customer', claimId, 'deathCertificate', photo)
    expect(refusalOf(off)).toEqual({ status: 422, code: 'itemNotOnChecklist' })
    const scanned = await office.upload('customer', claimId, 'photographs', photo, { channel: 'scan' })
    expect(scanned.statusCode).toBe(201)
    const { documents: all } = (
      await office.as('handler', 'GET', `/claims/${claimId}/documents`)
    ).json<Listed>()
    expect(all.map((one) => one.channel)).not.toContain('scan')
  })

  it('is no JSON, and for nobody whose claim it is not', async () => {
    const json = await office.as('customer', 'POST', `/claims/${claimId}/documents`, { item: 'photographs' })
    expect(refusalOf(json)).toEqual({ status: 415, code: 'mediaTypeNotAllowed' })
    const theirs = await office.upload('stranger', claimId, 'photographs', photo)
    expect(refusalOf(theirs)).toEqual({ status: 404, code: 'notFound' })
  })
})

/** As after the job that draws the copies. */
async function drawn(documentId: string): Promise<void> {
  const { hash } = await office.api.files.put(await photograph(32, 32))
  await office.api.world.database
    .update(documents)
    .set({ state: 'ready', viewHash: hash, thumbnailHash: hash })
    .where(eq(documents.id, documentId))
}

describe('a document', () => {
  it('is shown as its drawn copy, and its original is only saved, by staff', async () => {
    const own = await office.reported()
    const sent = await office.upload('customer', own, 'photographs', photo, { name: '照片.jpg' })
    const { documentId } = sent.json<{ documentId: string }>()
    const url = `/claims/${own}/documents/${documentId}`
    expect((await office.as('customer', 'GET', `${url}/view`)).statusCode).toBe(404)
    await drawn(documentId)
    for (const copy of ['view', 'thumbnail']) {
      const shown = await office.as('customer', 'GET', `${url}/${copy}`)
      expect(shown.headers['content-type']).toBe('image/jpeg')
      expect(shown.headers['content-disposition']).toContain('inline')
      expect(shown.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
      expect(shown.headers['cache-control']).toBe('no-store')
    }
    expect((await office.as('customer', 'GET', `${url}/original`)).statusCode).toBe(403)
    const original = await office.as('handler', 'GET', `${url}/original`)
    expect(original.rawPayload.equals(photo)).toBe(true)
    expect(original.headers['content-disposition']).toContain('attachment; filename=')
    expect(original.headers['x-content-type-options']).toBe('nosniff')
  })

  it('is not for others in the claim, nor under another claim', async () => {
    const own = await office.reported()
    const sent = await office.upload('customer', own, 'photographs', photo)
    const { documentId } = sent.json<{ documentId: string }>()
    await drawn(documentId)
    const victim = await office.api.world.customer()
    await office.asParty(own, victim, 'victim')
    const browser = await office.api.browser(victim)
    const theirs = await office.api.as(browser, 'GET', `/claims/${own}/documents/${documentId}/view`)
    expect(refusalOf(theirs)).toEqual({ status: 404, code: 'notFound' })
    const elsewhere = await office.as('handler', 'GET', `/claims/${claimId}/documents/${documentId}/original`)
    expect(refusalOf(elsewhere)).toEqual({ status: 404, code: 'notFound' })
  })

  it('is not served once its bytes are not what they were', async () => {
    const own = await office.reported()
    const sent = await office.upload('customer', own, 'photographs', await photograph(100, 80, 3))
    const { documentId } = sent.json<{ documentId: string }>()
    const [row] = await office.api.world.database.select().from(documents).where(eq(documents.id, documentId))
    await office.api.files.remove(row?.contentHash ?? '')
    const gone = await office.as('handler', 'GET', `/claims/${own}/documents/${documentId}/original`)
    expect(gone.json()).toMatchObject({ status: 404, reason: 'fileUnreadable' })
  })

  it('refused is wanted again with its reason; what is missing is told in one notice only', async () => {
    const own = await office.reported()
    await office.toDocuments(own)
    await office.upload('customer', own, 'photographs', photo)
    const review = { item: 'photographs', accepted: false, reasonCode: 'illegible' }
    const without = await office.as('handler', 'POST', `/claims/${own}/documents/reviews`, {
      ...review,
      reasonCode: null,
    })
    expect(refusalOf(without)).toEqual({ status: 400, code: 'malformed' })
    await office.done('handler', 'POST', `/claims/${own}/documents/reviews`, review)
    const notice = await office.done('handler', 'POST', `/claims/${own}/notices`, { items: [] })
    expect(notice['items']).toContain('photographs')
    const second = await office.as('handler', 'POST', `/claims/${own}/notices`, { items: ['photographs'] })
    expect(refusalOf(second)).toEqual({ status: 409, code: 'noticeAlreadySent' })
    const waived = await office.done('handler', 'POST', `/claims/${own}/waivers`, {
      item: 'policy',
      note: '系统可查',
    })
    expect(waived.stage).toBe('documents')
  })
})
