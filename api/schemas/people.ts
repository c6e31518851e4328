import { Type } from 'typebox'
import { staffLogin } from '../../db/identity/accounts.ts'
import { grantableRoles } from '../../db/identity/grants.ts'
import { roles } from '../../domain/permissions.ts'
import { lines } from '../../domain/policy/terms.ts'
import { place, wireInstant } from './claim/values.ts'
import { password, phone } from './session.ts'
import { closed, fenAmount, id, line, list, nullable, oneOf } from './values.ts'

/** What assignment goes by. */
const work = {
  workPhone: phone,
  skills: Type.Array(line(40), { maxItems: 30, uniqueItems: true }),
  capacity: Type.Integer({
    minimum: 0,
    maximum: 1000,
    description: 'Open tasks that this person can carry.',
  }),
}

export const newPerson = closed(
  {
    kind: oneOf(['natural', 'legal']),
    branchId: nullable(id),
    name: line(100),
    phone: Type.Optional(phone),
    identityNumber: Type.Optional(Type.String({ minLength: 15, maxLength: 20 })),
    account: Type.Optional(closed({ login: Type.String({ pattern: staffLogin }), password })),
    staff: Type.Optional(
      closed({
        displayName: line(50),
        ...work,
        position: Type.Optional(place),
      }),
    ),
  },
  {
    example: {
      kind: 'natural',
      branchId: null,
      name: '王芳',
      account: { login: 'wang.fang', password: 'Lipei-Handler-01' },
      staff: { displayName: '王芳', workPhone: '0755-86002003', skills: ['motorCommercial'], capacity: 30 },
    },
  },
)

export const changedWork = closed(
  { ...work, skills: Type.Array(oneOf(lines), { maxItems: 5, uniqueItems: true }) },
  {
    example: { workPhone: '0755-86002003', skills: ['motorCommercial', 'property'], capacity: 20 },
  },
)

const term = { validFrom: '2026-03-09T00:00:00+08:00', validTo: '2027-03-09T00:00:00+08:00' }
const interval = { validFrom: Type.Optional(wireInstant), validTo: Type.Optional(wireInstant) }

export const newRole = closed(
  { role: oneOf(grantableRoles), branchId: nullable(id), ...interval },
  { example: { role: 'approver', branchId: null, ...term } },
)
export const newLimit = closed(
  { line: nullable(oneOf(lines)), limitMinor: fenAmount, ...interval },
  { example: { line: null, limitMinor: 5_000_000, ...term } },
)
export const newAbsence = closed(
  { substituteId: nullable(id), ...interval },
  {
    example: {
      substituteId: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55',
      validFrom: '2026-05-01T00:00:00+08:00',
      validTo: '2026-05-06T00:00:00+08:00',
    },
  },
)

export const personParams = closed({ personId: id })
export const personAccountParams = closed({ personId: id, accountId: id })
export const grantParams = closed({ personId: id, grantId: id })
export const absenceParams = closed({ personId: id, absenceId: id })

export const listQuery = closed({
  after: Type.Optional(id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

const listed = closed({
  personId: id,
  displayName: Type.String(),
  branchId: nullable(id),
  skills: list(Type.String()),
  roles: list(oneOf(roles)),
  disabled: Type.Boolean(),
  pending: Type.Integer({ description: 'Roles and limits that wait for a second person.', examples: [1] }),
})

export const peoplePage = closed({
  people: list(listed),
  next: nullable(id),
})

const granted = {
  id,
  personId: id,
  validFrom: wireInstant,
  validTo: nullable(wireInstant),
  grantedBy: id,
  confirmedBy: nullable(id),
  confirmedAt: nullable(wireInstant),
}

export const personSchema = closed({
  personId: id,
  kind: oneOf(['natural', 'legal']),
  branchId: nullable(id),
  nameMasked: nullable(Type.String()),
  phoneMasked: nullable(Type.String()),
  identityMasked: nullable(Type.String()),
  staff: nullable(
    closed({
      displayName: Type.String(),
      workPhone: Type.String(),
      skills: list(Type.String()),
      capacity: Type.Integer(),
      latitudeMicro: nullable(Type.Integer()),
      longitudeMicro: nullable(Type.Integer()),
    }),
  ),
  accounts: list(
    closed({
      accountId: id,
      kind: oneOf(['staff', 'customer', 'partner']),
      login: nullable(Type.String({ description: 'User name; null for customers and partners.' })),
      disabledAt: nullable(wireInstant),
    }),
  ),
  roles: list(closed({ ...granted, role: Type.String(), branchId: nullable(id) })),
  limits: list(closed({ ...granted, line: nullable(Type.String()), limitMinor: fenAmount })),
  absences: list(
    closed({
      id,
      personId: id,
      substituteId: nullable(id),
      validFrom: wireInstant,
      validTo: nullable(wireInstant),
      grantedBy: id,
    }),
  ),
  people: list(closed({ personId: id, name: Type.String() }), 'Working names of staff who are named here.'),
})

export const branchList = closed({
  branches: list(
    closed({
      branchId: id,
      code: Type.String({ examples: ['3101'] }),
      name: Type.String({ examples: ['上海分公司'] }),
    }),
  ),
})

export const newAccount = closed(
  { login: Type.String({ pattern: staffLogin }), password },
  { example: { login: 'wang.fang.2', password: 'Lipei-Handler-01' } },
)
export const createdAccount = closed({ accountId: id })

export const createdPerson = closed({ personId: id, accountId: nullable(id) })
export const pendingGrant = closed({
  grantId: id,
  state: Type.Literal('pending', {
    description: 'Counts for nothing until a second person has confirmed it.',
  }),
})
export const done = closed({ done: Type.Literal(true) })
