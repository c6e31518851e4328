import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encryptedColumns } from '../../db/encryption/encrypted-columns.ts'
import { createFieldCipher, fieldContext } from '../../db/encryption/field-cipher.ts'
import { countKeys, reencrypt } from '../../db/encryption/reencrypt.ts'
import { TestApi } from '../support/api.ts'
import { publicTestLookupKey, rotatedTestKeys, withdrawnTestKeys } from '../support/public-test-keys.ts'

const rotated = createFieldCipher(rotatedTestKeys, publicTestLookupKey)
const withdrawn = createFieldCipher(withdrawnTestKeys, publicTestLookupKey)

let api: TestApi
let owner: Pool

beforeAll(async () => {
  api = await TestApi.create({ cipher: withdrawn })
  owner = new Pool({ connectionString: api.world.test.ownerUrl, max: 3 })
})

afterAll(async () => {
  await owner.end()
  await api.close()
})

const nameContext = (id: string) => fieldContext('person', id, 'name')

async function storedName(id: string): Promise<string> {
  const { rows } = await owner.query<{ stored: string }>(
    'select name_encrypted as stored from persons where id = $1',
    [id],
  )
  return rows[0]?.stored ?? ''
}

const names = async () =>
  (await countKeys(owner)).find(({ table, column }) => table === 'persons' && column === 'name_encrypted')

describe('the list of encrypted columns', () => {
  it('names every one that the database has', async () => {
    const { rows } = await owner.query<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
        where table_schema = 'public' and column_name like '%\\_encrypted'`,
    )
    expect(rows.length).toBeGreaterThan(10)
    expect(encryptedColumns.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
      rows.map(({ place }) => place).toSorted(),
    )
  })
})

describe('another key', () => {
  it('takes all values over, more than a batch of them, and the old one is counted until the last', async () => {
    const people = await Promise.all(Array.from({ length: 230 }, () => api.world.person()))
    expect((await names())?.keys).toEqual({ 'public-test-1': 230 })
    const steps: number[] = []
    const { moved, unreadable } = await reencrypt(owner, rotated, 'public-test-2', (count) =>
      steps.push(count),
    )
    expect({ moved, unreadable }).toEqual({ moved: 230, unreadable: [] })
    expect(steps.slice(0, 3)).toEqual([100, 200, 230])
    expect(await names()).toMatchObject({ keys: { 'public-test-2': 230 }, plain: 0 })
    for (const id of people) expect(withdrawn.decrypt(await storedName(id), nameContext(id))).toBe('张三')
    expect((await reencrypt(owner, rotated, 'public-test-2')).moved).toBe(0)
  })

  it('leaves what somebody wrote meanwhile as it is', async () => {
    const id = await api.world.person()
    const editor = await owner.connect()
    await editor.query('begin')
    const edited = rotated.encrypt('李四', nameContext(id))
    await editor.query('update persons set name_encrypted = $1 where id = $2', [edited, id])
    const moving = reencrypt(owner, rotated, 'public-test-2')
    await new Promise((resume) => setTimeout(resume, 100))
    await editor.query('commit')
    editor.release()
    expect(await moving).toEqual({ moved: 0, unreadable: [] })
    expect(await storedName(id)).toBe(edited)
  })

  it('moves what it can read and names what it cannot', async () => {
    const [lost, plain] = [await api.world.person(), await api.world.person()]
    await owner.query('update persons set name_encrypted = $1 where id = $2', ['王五', plain])
    const { moved, unreadable } = await reencrypt(owner, withdrawn, 'public-test-2')
    expect(moved).toBe(0)
    expect(unreadable.toSorted((a, b) => a.why.localeCompare(b.why))).toEqual([
      { where: `persons.name_encrypted ${plain}`, why: 'damaged or in plain text' },
      { where: `persons.name_encrypted ${lost}`, why: 'key public-test-1 is missing' },
    ])
    expect(await names()).toMatchObject({ keys: { 'public-test-1': 1 }, plain: 1 })
    await owner.query('delete from persons where id = any($1)', [[lost, plain]])
  })
})

describe('a key that was withdrawn while a value needs it', () => {
  it('lets the request be sent again later, and answers as soon as the value has another key', async () => {
    const member = await api.world.customer()
    const browser = await api.browser(member)
    const refused = await api.as(browser, 'GET', '/me')
    expect(refused.statusCode).toBe(503)
    expect(refused.json()).toMatchObject({ code: 'temporarilyUnavailable', reason: 'keyMissing' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(api.log.some((line) => line.includes('The key public-test-1 is not in the key ring.'))).toBe(true)
    await reencrypt(owner, rotated, 'public-test-2')
    expect((await api.as(browser, 'GET', '/me')).statusCode).toBe(200)
  })
})
