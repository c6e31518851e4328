import { createHash } from 'node:crypto'
import {
  instructionBytes,
  isInstruction,
  isPaymentReport,
  isQueryReport,
  isStatement,
  readJson,
} from '../../bank/protocol.ts'
import { bankSignature } from '../../bank/signature.ts'
import { fen } from '../../domain/money.ts'
import { isCivilDate } from '../../domain/time/civil-date.ts'
import type { CivilDate } from '../../domain/time/instant.ts'
import { exchange, type Connection, type Exchange, type Question } from '../../signed-http/exchange.ts'
import type {
  BankGateway,
  BankSettings,
  PaymentInstruction,
  QueryAnswer,
  StatementAnswer,
  SubmitAnswer,
  UnknownReason,
} from './gateway.ts'
import { RateLimiter } from './rate-limiter.ts'

const mostBytesOfReport = 65_536
/** Some two hundred thousand lines a day. */
const mostBytesOfStatement = 33_554_432

/** The bank that speaks docs/bank-protocol.md. One instance per process and bank: it holds the rate limit. */
export class SignedHttpBank implements BankGateway {
  readonly settings: BankSettings
  readonly #connection: Connection
  readonly #limiter: RateLimiter

  /** @throws RangeError for settings under which an unknown payment could never be sent again. */
  constructor(connection: Connection, settings: BankSettings) {
    if (settings.notFoundGraceMs >= settings.dedupWindowMs) {
      throw new RangeError('notFoundGraceMs must be shorter than dedupWindowMs')
    }
    this.settings = settings
    this.#connection = connection
    this.#limiter = new RateLimiter(settings.requestsPerSecond)
  }

  async submit(instruction: PaymentInstruction, sendWithinMs = Infinity): Promise<SubmitAnswer> {
    if (!isInstruction(instruction) || instruction.ref.length > this.settings.referenceLength) {
      throw new RangeError('The instruction does not fit what was agreed with the bank')
    }
    const timeoutMs = this.settings.submitTimeoutMs
    const body = instructionBytes(instruction)
    const question = {
      method: 'POST',
      path: '/v1/payments',
      body,
      timeoutMs,
      mostBytes: mostBytesOfReport,
    } as const
    const result = await this.#ask(question, Math.min(timeoutMs, sendWithinMs))
    return result.answered ? readSubmission(result.body, instruction) : unknownOutcome(result.reason)
  }

  async query(ref: string): Promise<QueryAnswer> {
    const timeoutMs = this.settings.queryTimeoutMs
    const path = `/v1/payments/${encodeURIComponent(ref)}`
    const result = await this.#ask(
      { method: 'GET', path, timeoutMs, mostBytes: mostBytesOfReport },
      timeoutMs,
    )
    return result.answered ? readQuery(result.body, ref) : unknownStatus(result.reason)
  }

  async statement(day: CivilDate): Promise<StatementAnswer> {
    if (!isCivilDate(day)) throw new RangeError(`${day} is not a day`)
    const timeoutMs = this.settings.queryTimeoutMs
    const path = `/v1/statements/${day}`
    const result = await this.#ask(
      { method: 'GET', path, timeoutMs, mostBytes: mostBytesOfStatement },
      timeoutMs,
    )
    return result.answered ? readStatement(result.body, day) : unknownStatus(result.reason)
  }

  async #ask(
    question: Question,
    waitAtMostMs: number,
  ): Promise<Exchange | { readonly answered: false; readonly reason: 'notSent' }> {
    if (!(await this.#limiter.turn(waitAtMostMs))) return { answered: false, reason: 'notSent' }
    return exchange(bankSignature, this.#connection, question)
  }
}

function readSubmission(body: Uint8Array, instruction: PaymentInstruction): SubmitAnswer {
  const report = readJson(body)
  if (!isPaymentReport(report)) return unknownOutcome('unreadableAnswer')
  if (report.ref !== instruction.ref) return unknownOutcome('otherReference')
  if (report.amountMinor !== instruction.amountMinor) return unknownOutcome('otherAmount')
  if (report.status === 'returned') return unknownOutcome('alreadyReturned')
  if (report.status === 'rejected') {
    if (report.reason === 'referenceInUse') return unknownOutcome('referenceInUse')
    return { outcome: 'rejected', at: report.at, reason: report.reason }
  }
  return { outcome: report.status, at: report.at, bankReference: report.bankReference }
}

function readQuery(body: Uint8Array, ref: string): QueryAnswer {
  const report = readJson(body)
  if (!isQueryReport(report)) return unknownStatus('unreadableAnswer')
  if (report.ref !== ref) return unknownStatus('otherReference')
  if (report.status === 'notFound') return { status: 'notFound', at: report.at }
  const amountMinor = fen(report.amountMinor)
  if (report.status === 'rejected') {
    if (report.reason === 'referenceInUse') return unknownStatus('referenceInUse')
    return { status: 'rejected', at: report.at, amountMinor, reason: report.reason }
  }
  const status = report.status === 'accepted' ? 'pending' : report.status
  return { status, at: report.at, amountMinor, bankReference: report.bankReference }
}

function readStatement(body: Uint8Array, day: CivilDate): StatementAnswer {
  const statement = readJson(body)
  if (!isStatement(statement) || statement.day !== day) return unknownStatus('unreadableAnswer')
  const lines = statement.lines.map((line) => ({ ...line, amountMinor: fen(line.amountMinor) }))
  const contentHash = createHash('sha256').update(body).digest('hex')
  return { status: 'received', day, final: statement.final, lines, contentHash }
}

function unknownOutcome(reason: UnknownReason): SubmitAnswer {
  return { outcome: 'unknown', reason }
}

function unknownStatus(reason: UnknownReason): {
  readonly status: 'unknown'
  readonly reason: UnknownReason
} {
  return { status: 'unknown', reason }
}
