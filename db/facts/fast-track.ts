import { sql } from 'drizzle-orm'
import { isDrawn } from '../../domain/claim/fast-track-sample.ts'
import type { Actor, FastTrackFacts } from '../../domain/claim/facts.ts'
import {
  authorityInputs,
  coverageInputs,
  fastTrackInputs,
  type FastTrackFindings,
  surveyInputs,
} from '../../domain/claim/rule-inputs.ts'
import { smallClaimSheet } from '../../domain/claim/small-claim-sheet.ts'
import { committedMinor } from '../../domain/claim/stages/settled.ts'
import type { CoverageFacts } from '../../domain/claim/coverage-facts.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { assert } from '../../domain/errors.ts'
import { add, fen, type Fen } from '../../domain/money.ts'
import type { PolicySnapshot } from '../../domain/policy/terms.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { hashOf } from '../canonical.ts'
import type { Transaction } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { holdFastTrack } from '../fast-track.ts'
import { grantedMinor, highestSumInsured, lockPolicy, previousClaims, relatedMinor } from './other-claims.ts'
import { payeeNameMatches } from './parties.ts'
import type { RuleFacts } from './rule-facts.ts'
import { sheetContent } from './sheet-content.ts'

interface Asked {
  readonly tx: Transaction
  readonly cipher: FieldCipher
  readonly now: Instant
  readonly state: ClaimState
  readonly policy: PolicySnapshot
  readonly caseNumber: string
  readonly rules: RuleFacts
  readonly actor: Actor
}

/**
 * The check of the fast track for one decision of software: asked anew each time, with what other claims of the
 * policy and the customer count for under lock until the decision is committed.
 */
export async function fastTrackFacts(asked: Asked): Promise<FastTrackFacts> {
  const { tx, state, now, rules, caseNumber } = asked
  const settings = await holdFastTrack(tx)
  await lockPolicy(tx, state.policyId)
  const insuredId = insuredOf(state)?.personId ?? null
  // After the policy's lock, always: two that wait for each other would be undone.
  if (insuredId !== null)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${insuredId}, 1))`)
  const known = await onFile(asked, insuredId)
  const established = establishedFacts(asked, known)
  const inputs = fastTrackInputs(state, await findings(asked, known, established))
  const { outputs, use } = await rules.answer('fastTrack', inputs)
  rules.uses.push(use)
  const { sampleSeed: seed, sampleBasisPoints: share } = settings
  return {
    stopped: !settings.open,
    established,
    check: {
      version: use.version,
      at: now,
      inputs,
      lines: outputs.map((line, index) => ({ ...line, row: use.rows[index] ?? '' })),
    },
    sampled: isDrawn(hashOf, { seed, caseNumber, share }),
  }
}

interface OnFile extends Record<string, unknown> {
  readonly same_vehicle: boolean | null
  readonly insured_person: boolean
  readonly documents_unreadable: string
  readonly customer_month: string
  readonly customer_year: string
  readonly customer_minor: string
  readonly policy_year: string
  readonly policy_minor: string
}

/**
 * What is on file of thing, person and papers; and the other claims of customer and policy that software has settled
 * or is settling, within a year.
 */
async function onFile({ tx, state, now }: Asked, insuredId: string | null): Promise<OnFile> {
  const day = 24 * 60 * 60 * 1000
  const { rows } = await tx.execute<OnFile>(sql`
    select c.plate_hash = p.plate_hash as same_vehicle,
      exists (select from policy_people o where o.policy_id = p.id and o.person_id = ${insuredId}) as insured_person,
      (select count(*) from documents d where d.claim_id = c.id and d.state = 'failed') as documents_unreadable,
      other.*
    from claims c join policies p on p.id = c.policy_id,
      lateral (select count(*) filter (where mine and entered_at > ${now - 30 * day}) as customer_month,
          count(*) filter (where mine) as customer_year,
          coalesce(sum(amount) filter (where mine), 0) as customer_minor,
          count(*) filter (where same_policy) as policy_year,
          coalesce(sum(amount) filter (where same_policy), 0) as policy_minor
        from (select o.policy_id = c.policy_id as same_policy, o.id = any(own.ids) as mine,
            (o.state #>> '{fastTrack,enteredAt}')::bigint as entered_at,
            (o.state #>> '{fastTrack,asked,agreedMinor}')::bigint as amount
          from claims o, (select array(select x.claim_id from claim_parties x
              where x.role = 'insured' and x.person_id = ${insuredId}) as ids) own
          where (o.policy_id = c.policy_id or o.id = any(own.ids)) and o.id <> c.id
            and o.state #>> '{fastTrack,standing}' in ('running', 'released')) fast
        where entered_at > ${now - 365 * day}) other
    where c.id = ${state.id}`)
  const [found] = rows
  assert(found !== undefined, 'the claim is there')
  return found
}

/** The insured thing and person from the policy, the rest as the insured has declared it with the report. */
function establishedFacts({ state, policy }: Asked, known: OnFile): CoverageFacts {
  const declared = state.fastTrack?.asked.declared
  assert(declared !== undefined, 'the claim has asked for the fast track')
  const motor = policy.line === 'motorCommercial' || policy.line === 'motorCompulsory'
  return {
    objectInsured: motor ? known.same_vehicle : known.insured_person,
    licenceValid: declared.licenceValid,
    drunk: declared.drunk,
    exclusionSuspected: declared.noExclusion ? 'none' : null,
  }
}

/** What the sheet gives: as it was saved, else as it would be; null when it cannot be calculated. */
function payableOf({ state, policy }: Asked, granted: number): Fen | null {
  const saved = state.sheets.at(-1)
  if (saved !== undefined) return saved.payableMinor
  const input = smallClaimSheet(state, policy, granted)
  const result = input === null ? null : sheetContent(input).result
  return result?.outcome === 'calculated' ? fen(result.payableMinor) : null
}

async function findings(asked: Asked, known: OnFile, established: CoverageFacts): Promise<FastTrackFindings> {
  const { tx, cipher, state, policy, rules, actor } = asked
  const granted = await grantedMinor(tx, state.id, policy.policyId)
  const payableMinor = payableOf(asked, granted)
  const judged = { ...state, facts: established }
  const left = highestSumInsured(policy) - granted
  const panel = await rules.answer('coverageChecks', coverageInputs(judged, policy, left))
  const previous = await previousClaims(tx, state.id, policy.policyId)
  const need = await rules.answer('surveyNeed', surveyInputs(state, previous))
  const own = fen(Math.max(payableMinor ?? 0, committedMinor(state)))
  const total = add(own, await relatedMinor(tx, state))
  const authority = await rules.answer('authorityLevels', authorityInputs(state, total, false))
  const names = await payeeNameMatches(tx, cipher, state.id)
  const agreed = state.fastTrack?.asked.agreedMinor ?? 0
  return {
    payableMinor,
    documentsUnreadable: Number(known.documents_unreadable),
    coverageOpen: panel.outputs.filter(({ result }) => result !== 'pass').length,
    surveyRequired: need.outputs[0]?.required !== false,
    payeeVerified: names.get(insuredOf(state)?.id ?? '') === true,
    customerMonthClaims: Number(known.customer_month),
    customerYearClaims: Number(known.customer_year),
    customerYearMinor: Number(known.customer_minor) + agreed,
    policyYearClaims: Number(known.policy_year),
    policyYearMinor: Number(known.policy_minor) + agreed,
    withinAuthority: isWithin(actor, authority.outputs[0]?.levels ?? []),
  }
}

/** One level is all that software decides; where the rules want several people, people decide. */
function isWithin({ limitMinor }: Actor, levels: readonly number[]): boolean {
  const [level] = levels
  return levels.length === 1 && level !== undefined && limitMinor !== null && limitMinor >= level
}

function insuredOf(state: ClaimState) {
  return state.parties.find(({ role }) => role === 'insured')
}
