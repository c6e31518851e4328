import { describe, expect, it } from 'vitest'
import { isAllowed } from '../../domain/claim/authorize.ts'
import type { CommandType } from '../../domain/claim/commands.ts'
import { conditionsFor, otherActions, permissions, type Action, type Role } from '../../domain/permissions.ts'
import { actor, customersParty, party } from './claim/support/people.ts'
import { given } from './claim/support/steps.ts'

const actions = Object.keys(permissions) as Action[]
const others: ReadonlySet<string> = new Set(otherActions)
const commands = actions.filter((action): action is CommandType => !others.has(action))
const byRole = (role: Role) => actions.filter((action) => permissions[action][role] !== undefined)

describe('the table of permissions', () => {
  it('gives every action to somebody', () => {
    for (const action of actions) expect(Object.keys(permissions[action]), action).not.toEqual([])
  })

  it('lets auditors read everything and change nothing', () => {
    expect(byRole('auditor').filter((action) => !others.has(action))).toEqual([])
    expect(byRole('auditor').every((action) => /^read|^search|^calculate$/.test(action))).toBe(true)
  })

  it('gives administrators no right on a claim', () => {
    expect(byRole('administrator').filter((action) => !others.has(action))).toEqual([])
    expect(byRole('administrator')).not.toContain('readClaim')
    expect(byRole('administrator')).not.toContain('readSensitive')
  })

  it('keeps apart who calculates, who approves and who pays', () => {
    for (const command of ['saveSheet', 'decideSettlement', 'releasePayments', 'resolveSuspense'] as const) {
      expect(Object.keys(permissions[command]).filter((role) => role !== 'software')).toHaveLength(1)
    }
  })

  it('lets nobody but the product ask the bank or move a claim by time', () => {
    for (const command of commands.filter((one) => permissions[one].system !== undefined)) {
      expect(Object.keys(permissions[command]), command).toEqual(['system'])
    }
    for (const command of [
      'doubtPayments',
      'gatePayment',
      'recordBankAnswer',
      'closeClaim',
      'archiveClaim',
      'openLevel',
    ] as const) {
      expect(permissions[command]).toEqual({ system: 'any' })
    }
  })

  it('lets no software reject, survey, dispute or resolve a doubt (Personal Information Protection Law, article 24)', () => {
    expect(byRole('software')).toEqual([
      'acceptClaim',
      'saveSheet',
      'proposeSheet',
      'recordAgreement',
      'proposeSettlement',
      'decideSettlement',
      'releasePayments',
      'tryFastTrack',
      'passDocuments',
    ])
    for (const command of ['rejectClaim', 'acceptClaim', 'decideSettlement', 'releasePayments'] as const) {
      expect(permissions[command].system).toBeUndefined()
    }
  })

  it('names the conditions of all roles that somebody holds', () => {
    expect(conditionsFor('readProgress', ['customer', 'auditor', 'finance'])).toEqual(['own', 'any'])
    expect(conditionsFor('releasePayments', ['handler'])).toEqual([])
  })
})

describe('a condition', () => {
  const { state } = given('documents', {
    parties: [customersParty, party('driver', 'driver', { personId: 'handler-2' })],
  })

  it('of the assigned holds for the contact and for who stands in for them', () => {
    expect(isAllowed('waiveItem', actor('handler-1'), state)).toBe(true)
    expect(isAllowed('waiveItem', actor('handler-3'), state)).toBe(false)
    expect(isAllowed('waiveItem', actor('handler-3', { substitutesFor: ['handler-1'] }), state)).toBe(true)
  })

  it('of the own holds for parties, and for the partner who reported', () => {
    expect(isAllowed('readProgress', actor('customer'), state)).toBe(true)
    expect(isAllowed('readProgress', actor('customer-2'), state)).toBe(false)
    expect(isAllowed('readProgress', actor('partner-1'), state)).toBe(false)
    expect(isAllowed('readProgress', actor('partner-1'), { ...state, registeredBy: 'partner-1' })).toBe(true)
  })

  it('never holds for staff on a claim of their own: they follow it as customers do', () => {
    const insider = actor('handler-2', { roles: ['handler', 'approver', 'finance', 'auditor', 'customer'] })
    const rights = actions.filter((action) => isAllowed(action, insider, state))
    const asCustomer = actions.filter((action) =>
      isAllowed(action, { ...insider, roles: ['customer'] }, state),
    )
    expect(rights).toEqual(asCustomer)
    expect(rights).toContain('readProgress')
    expect(rights).not.toContain('readClaim')
    expect(rights).not.toContain('withdrawClaim')
  })
})

describe('a refusal for want of rights', () => {
  it('says of a claim that one may not see the same as of one that is not there', () => {
    expect(given('documents').refusal('waiveItem', { item: 'photographs' }, 'customer-2')).toBe('notFound')
    expect(given('documents').refusal('acceptSurvey', {}, 'surveyor-2')).toBe('notFound')
  })

  it('says who has the claim to those who see it, and what they may not to those who never may', () => {
    expect(given('documents').refusal('waiveItem', { item: 'photographs' }, 'handler-2')).toBe('notAssigned')
    expect(given('documents').refusal('waiveItem', { item: 'photographs' }, 'finance-1')).toBe('notPermitted')
  })

  it('says to staff that the claim is their own', () => {
    const parties = [customersParty, party('driver', 'driver', { personId: 'handler-2' })]
    const story = given('acceptance', { parties })
    const reject = { check: 'peril', clause: 'clause 3' } as const
    expect(story.refusal('rejectClaim', reject, 'handler-2')).toBe('ownWork')
  })
})
