import { approvalLimit, levelsAsked } from '../authority.ts'
import type { Approval, ClaimCourse, Gate, IntentCourse, SettlementCourse } from '../claim-course.ts'
import type { Evidence } from '../evidence.ts'
import { each, type Invariant, type Violation } from '../invariant.ts'

/** Every payment that the bank executed, against the people who allowed it. */
export const authorised: Invariant = {
  id: 'I10',
  text: 'Every payment that the bank executed was approved on every level that the table asks for, by different people with the role and the limit then and at the gate, none of whom had a hand in it, for the payees and accounts that were paid.',
  live: true,
  exercised: (evidence) => evidence.hasDone('releasePayments'),
  check(evidence) {
    const executed = evidence.database.intents.filter(({ ref }) => evidence.movementsByRef.has(ref))
    return each(executed, ({ id, claimId, ref, payeeHash, amountMinor }) => {
      const course = evidence.course(claimId)
      const intent = course.intents.get(id)
      const settlement = course.settlements.get(intent?.settlementId ?? '')
      if (intent === undefined || settlement === undefined)
        return [{ object: ref, why: 'Paid without a release or a settlement among the events.' }]
      return new PaymentOnTrial(evidence, course, intent, settlement).judge({ payeeHash, amountMinor })
    })
  },
}

class PaymentOnTrial {
  readonly #evidence: Evidence
  readonly #course: ClaimCourse
  readonly #intent: IntentCourse
  readonly #settlement: SettlementCourse
  readonly #violations: Violation[] = []

  constructor(evidence: Evidence, course: ClaimCourse, intent: IntentCourse, settlement: SettlementCourse) {
    this.#evidence = evidence
    this.#course = course
    this.#intent = intent
    this.#settlement = settlement
  }

  judge(row: { readonly payeeHash: string; readonly amountMinor: number }): readonly Violation[] {
    const { payees, approvals } = this.#settlement
    const payee = payees.find(({ partyId }) => partyId === this.#intent.partyId)
    if (payee?.amountMinor !== row.amountMinor || payee.payeeHash !== row.payeeHash)
      this.#wrong('What was paid is not what was approved.', { approved: payee ?? null })
    this.#levels()
    for (const approval of approvals) this.#approval(approval)
    const people = approvals.map((approval) => this.#person(approval))
    if (new Set(people).size !== people.length) this.#wrong('One person has approved twice.', { people })
    const { releasedBy } = this.#intent
    const involved = approvals.at(-1)?.involved
    if (releasedBy === null || people.includes(releasedBy) || involved?.has(releasedBy) === true)
      this.#wrong('Released by somebody who had a hand in it.', { releasedBy })
    if (this.#intent.gates.length === 0) this.#wrong('The gate never let it pass.')
    for (const gate of this.#intent.gates) this.#gate(gate)
    return this.#violations
  }

  /** The table is asked again, with the inputs that were stored when the settlement was proposed. */
  #levels(): void {
    const { commandId, amountMinor, proposedLevels, levels, approvals } = this.#settlement
    const use = this.#evidence.ruleUses.get(commandId)
    const table = this.#evidence.database.ruleVersions.find(({ version }) => version === use?.version)
    const asked = use === undefined || table === undefined ? null : levelsAsked(table.rows, use.inputs)
    if (asked === null || JSON.stringify(asked) !== JSON.stringify(proposedLevels))
      this.#wrong('The levels are not those of the table.', { asked, proposedLevels })
    if (use !== undefined && Number(use.inputs['amountMinor']) < amountMinor)
      this.#wrong('The table was asked about less than was approved.', {
        asked: use.inputs['amountMinor'],
        amountMinor,
      })
    const decided = approvals.map(({ level }) => level).toSorted((a, b) => a - b)
    if (decided.length !== levels.length || decided.some((level, index) => level !== index + 1))
      this.#wrong('Not every level has approved it once.', { levels, decided })
  }

  #approval(approval: Approval): void {
    const person = this.#person(approval)
    const { level, at, hash, sequence } = approval
    if (hash !== this.#settlement.hash) this.#wrong('Approved something else.', { level, hash })
    if (approval.involved.has(person))
      this.#wrong('Approved by somebody who had a hand in it.', { level, person })
    this.#authority(person, level, at, 'then')
    const event = this.#course.events[sequence - 1]
    if (event?.actorId !== approval.personId || person !== approval.personId)
      this.#wrong('It is not the person who is named.', {
        level,
        named: approval.personId,
        actor: event?.actorId,
        person,
      })
  }

  /** At the last moment the approval must still stand, for the account that is paid, by people who still may. */
  #gate({ sequence, at }: Gate): void {
    const { approvedAt, voidedAt, approvals } = this.#settlement
    const voided = voidedAt !== null && voidedAt < sequence
    if (approvedAt === null || approvedAt > sequence || voided)
      this.#wrong('The gate let it pass without a standing approval.', {
        gate: sequence,
        approvedAt,
        voidedAt,
      })
    const account = this.#course.payeeHashBefore(this.#intent.partyId, sequence)
    if (account !== this.#intent.payeeHash)
      this.#wrong('The account was changed before the gate.', { gate: sequence })
    for (const approval of approvals)
      this.#authority(this.#person(approval), approval.level, at, 'at the gate')
  }

  #authority(personId: string, level: number, at: number, when: string): void {
    const claim = this.#evidence.claims.get(this.#course.claimId)
    const needed = this.#settlement.levels[level - 1] ?? Number.MAX_SAFE_INTEGER
    const who = { personId, branchId: claim?.branchId ?? '', line: claim?.line ?? '' }
    const limit = approvalLimit(this.#evidence.database, who, at)
    if (limit === null || limit < needed)
      this.#wrong(`An approver had not the authority ${when}.`, { level, personId, limit, needed, at })
  }

  /** Behind the account that sent the approval, by the audit: not whom the product has counted. */
  #person({ commandId, personId }: Approval): string {
    const [line] = this.#evidence.auditByCommand.get(commandId) ?? []
    return this.#evidence.personByAccount.get(line?.accountId ?? '') ?? personId
  }

  #wrong(why: string, evidence: Violation['evidence'] = {}): void {
    const settlement = this.#settlement.id
    this.#violations.push({
      object: this.#intent.ref,
      why,
      evidence: { claimId: this.#course.claimId, settlement, ...evidence },
    })
  }
}
