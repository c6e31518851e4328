import { createStaffAccount, disableAccount } from '../../db/identity/accounts.ts'
import type { HeldRole } from '../../db/identity/identity.ts'
import type { Interval } from '../../db/identity/intervals.ts'
import { hashPassword } from '../../db/identity/passwords.ts'
import { changeWork, createPerson, createStaffProfile, requireStaff } from '../../db/identity/persons.ts'
import { branchScope, listBranches, listStaff, readPerson } from '../../db/identity/read-people.ts'
import { refuse } from '../../domain/errors.ts'
import { checkIdentityNumber } from '../../domain/identity/identity-number.ts'
import { checkPersonName } from '../../domain/identity/person-name.ts'
import { checkMobilePhone, checkPhone } from '../../domain/identity/phone.ts'
import { conditionsFor } from '../../domain/permissions.ts'
import { civilDateOf } from '../../domain/time/civil-date.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { requireFields } from '../fields.ts'
import {
  branchList,
  changedWork,
  createdAccount,
  createdPerson,
  done,
  listQuery,
  newAccount,
  newPerson,
  peoplePage,
  personAccountParams,
  personParams,
  personSchema,
} from '../schemas/people.ts'
import { isoInstant, isoInstantOrNull } from '../wire.ts'

const pageSize = 50

/** People and their accounts. What they may do is granted in `grants.ts`, by two people. */
export function peopleRoutes(app: Api, dependencies: Dependencies): void {
  const { database, cipher } = dependencies
  const administer = administration(dependencies)
  const tags = ['people']

  app.get(
    '/people',
    {
      config: { action: 'readPeople' },
      schema: {
        tags,
        summary: 'Staff of the branches that the reader looks after 人员列表',
        querystring: listQuery,
        response: { 200: peoplePage },
      },
    },
    async (request) => {
      const { after = null, limit = pageSize } = request.query
      const people = await listStaff(database, { scope: readers(request.identity.roles), after, limit })
      return { people, next: people.length === limit ? (people.at(-1)?.personId ?? null) : null }
    },
  )

  app.get(
    '/people/:personId',
    {
      config: { action: 'readPeople' },
      schema: {
        tags,
        summary: 'One person with roles, limits and absences; personal data masked 人员详情',
        params: personParams,
        response: { 200: personSchema },
      },
    },
    async (request) => {
      const { personId } = request.params
      const scope = readers(request.identity.roles)
      return shown((await readPerson(database, cipher, { personId, scope })) ?? refuse('notFound'))
    },
  )

  app.post(
    '/people',
    {
      config: { action: 'managePeople' },
      schema: { tags, summary: 'Add a person 新增人员', body: newPerson, response: { 201: createdPerson } },
    },
    async (request, reply) => {
      const { kind, branchId, name, phone, identityNumber, account, staff } = request.body
      const checked = requireFields({
        '/name': kind === 'natural' ? checkPersonName(name) : null,
        '/phone': phone === undefined ? null : checkMobilePhone(phone),
        '/identityNumber': identityNumber === undefined ? null : checkIdentityNumber(identityNumber, today()),
        '/staff/workPhone': staff === undefined ? null : checkPhone(staff.workPhone),
      })
      // Before the transaction: the hash takes a tenth of a second, and a lock is not held for that.
      const passwordHash = account === undefined ? null : await hashPassword(account.password)
      const created = await administer(request, async (tx) => {
        const personId = await createPerson(tx, cipher, {
          kind,
          branchId,
          name: checked['/name'] ?? name.trim(),
          phone: checked['/phone'],
          identityNumber: checked['/identityNumber']?.number ?? null,
        })
        if (staff !== undefined) {
          const { position = null, ...profile } = staff
          await createStaffProfile(tx, personId, { ...profile, position })
        }
        if (account === undefined || passwordHash === null) return { personId, accountId: null }
        const accountId = await createStaffAccount(tx, { personId, login: account.login, passwordHash })
        return { personId, accountId }
      })
      return reply.code(201).send(created)
    },
  )

  app.put(
    '/people/:personId/work',
    {
      config: { action: 'managePeople' },
      schema: {
        tags,
        summary: 'Change what a person of the staff takes on: lines, capacity, telephone 调整承接工作',
        params: personParams,
        body: changedWork,
        response: { 200: done },
      },
    },
    async (request) => {
      const { workPhone } = request.body
      requireFields({ '/workPhone': checkPhone(workPhone) })
      return administer(request, async (tx) => {
        await changeWork(tx, request.params.personId, request.body)
        return { done: true as const }
      })
    },
  )

  app.get(
    '/branches',
    {
      config: { action: 'readPeople' },
      schema: { tags, summary: 'Branches, by their code 机构列表', response: { 200: branchList } },
    },
    async () => ({ branches: await listBranches(database) }),
  )

  app.post(
    '/people/:personId/accounts',
    {
      config: { action: 'managePeople' },
      schema: {
        tags,
        summary: 'Give a person of the staff another account 新增员工账号',
        params: personParams,
        body: newAccount,
        response: { 201: createdAccount },
      },
    },
    async (request, reply) => {
      const { login, password } = request.body
      const { personId } = request.params
      const passwordHash = await hashPassword(password)
      const created = await administer(request, async (tx) => {
        await requireStaff(tx, personId)
        return { accountId: await createStaffAccount(tx, { personId, login, passwordHash }) }
      })
      return reply.code(201).send(created)
    },
  )

  app.post(
    '/people/:personId/accounts/:accountId/disabling',
    {
      config: { action: 'managePeople' },
      schema: {
        tags,
        summary: 'Disable an account; its sessions end with their next request 停用账号',
        params: personAccountParams,
        response: { 200: done },
      },
    },
    async (request) =>
      administer(request, async (tx) => {
        const { personId, accountId } = request.params
        await disableAccount(tx, personId, accountId)
        return { done: true as const }
      }),
  )
}

/** Administrators and auditors see everybody; an approver the people of the branches where they approve. */
function readers(roles: readonly HeldRole[]) {
  const reading = roles.filter(({ role }) => conditionsFor('readPeople', [role]).length > 0)
  const everywhere = reading.some(({ role }) => conditionsFor('readPeople', [role]).includes('any'))
  return everywhere ? 'all' : branchScope(reading)
}

type Person = NonNullable<Awaited<ReturnType<typeof readPerson>>>

/** Instants as people read them. */
function shown({ accounts, roles, limits, absences, ...person }: Person) {
  const interval = ({ validFrom, validTo }: Interval) => ({
    validFrom: isoInstant(validFrom),
    validTo: isoInstantOrNull(validTo),
  })
  const grant = <Grant extends Interval & { readonly confirmedAt: Instant | null }>(given: Grant) => ({
    ...given,
    ...interval(given),
    confirmedAt: isoInstantOrNull(given.confirmedAt),
  })
  return {
    ...person,
    accounts: accounts.map((one) => ({ ...one, disabledAt: isoInstantOrNull(one.disabledAt) })),
    roles: roles.map(grant),
    limits: limits.map(grant),
    absences: absences.map((one) => ({ ...one, ...interval(one) })),
  }
}

const today = () => civilDateOf(Date.now())
