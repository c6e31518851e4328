import { assert } from '../../domain/errors.ts'
import type { ClockSpec } from '../../domain/clocks/clock.ts'
import type { Needs } from '../../domain/claim/needs.ts'
import { targetInputs } from '../../domain/claim/rule-inputs.ts'
import type { Fen } from '../../domain/money.ts'
import type { RuleInputs, RuleOutputs, RuleTableId } from '../../domain/rules/contracts.ts'
import type { RuleAnswer, RuleUse } from '../../domain/rules/use.ts'
import type { ClockKind } from '../../domain/rules/vocabulary.ts'
import type { RulesInForce } from '../rules/engine.ts'

type Answers = { [T in RuleTableId]?: readonly RuleOutputs[T][] }

/** Asks the tables that a command needs, and keeps what each was asked for the record. */
export class RuleFacts {
  readonly uses: RuleUse[] = []
  readonly answers: Answers = {}
  readonly targets = new Map<ClockKind, ClockSpec>()
  readonly #rules: RulesInForce

  constructor(rules: RulesInForce) {
    this.#rules = rules
  }

  /** What a table says, for a question that another table asks in the end: that one's use holds what became of it. */
  answer<T extends RuleTableId>(table: T, inputs: RuleInputs[T]): Promise<RuleAnswer<T>> {
    return this.#rules.evaluate(table, inputs)
  }

  async ask<T extends RuleTableId>(table: T, inputs: RuleInputs[T]): Promise<readonly RuleOutputs[T][]> {
    const answer = await this.#rules.evaluate(table, inputs)
    this.uses.push(answer.use)
    return answer.outputs
  }

  async keep<T extends RuleTableId>(table: T, inputs: RuleInputs[T]): Promise<void> {
    const outputs = await this.ask(table, inputs)
    ;(this.answers as Record<string, unknown>)[table] = outputs
  }

  /** Targets and ladders of the clocks that a command may start. */
  async askTargets(
    claim: Parameters<typeof targetInputs>[0],
    clocks: Needs['clocks'],
    amount: Fen | null,
  ): Promise<void> {
    for (const kind of clocks) {
      const target = await this.#rules.evaluate('slaTargets', targetInputs(claim, kind, amount))
      const ladder = await this.#rules.evaluate('escalation', { clock: kind, line: claim.line })
      const [row] = target.outputs
      assert(row !== undefined, `the table of targets answers for ${kind}`)
      this.targets.set(kind, {
        kind,
        target: row.target,
        statutory: row.statutory,
        warnShareBasisPoints: row.warnShareBasisPoints,
        ladder: ladder.outputs.map(({ after, action, level }) => ({ after, action, level })),
        ruleVersion: ruleVersion(target, ladder),
      })
    }
  }
}

/** Table, version and row of a clock's target and ladder: stored with the clock that they started. */
function ruleVersion(...answers: readonly Pick<RuleAnswer<RuleTableId>, 'use'>[]): string {
  return answers.map(({ use }) => `${use.table}@${use.version}:${use.rows.join('+')}`).join(' ')
}
