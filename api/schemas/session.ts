import { Type } from 'typebox'
import { passwordLength } from '../../db/identity/passwords.ts'
import { roles } from '../../domain/permissions.ts'
import { wireInstant } from './claim/values.ts'
import { closed, id, nullable, oneOf } from './values.ts'

export const password = Type.String({
  minLength: passwordLength.minimum,
  maxLength: passwordLength.maximum,
  description: '至少12个字符。',
})

/** As people type it; the checks of `domain/identity` decide. */
export const phone = Type.String({ minLength: 5, maxLength: 32, examples: ['13800138000'] })

export const sessionSchema = closed({
  accountId: id,
  personId: id,
  csrfToken: nullable(Type.String({ description: 'To be sent as x-csrf-token with every change.' })),
  expiresAt: nullable(wireInstant),
})

export const heldRole = closed({
  role: oneOf(roles),
  branchId: nullable(id),
})
