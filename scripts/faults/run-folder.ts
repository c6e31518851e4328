/** The folder that a run leaves behind for its checker: see run-folder.md. */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Of the product that ran, past the proxies before it. */
export interface Whereabouts {
  readonly apiUrl: string
  readonly databaseUrl: string
  readonly temporalAddress: string
  readonly temporalNamespace: string
  readonly taskQueue: string
  readonly bankUrl: string
  readonly bankJournal: string
  readonly fieldKeys: string
  readonly dataFolder: string
  readonly logsFolder: string
}

export interface RunDescription extends Whereabouts {
  readonly seed: string
  readonly commit: string
  readonly minutes: number
  readonly startedAt: number
  readonly endedAt: number
}

export type Outcome = 'ok' | 'fail' | 'info'

/** One attempt at one operation. */
export interface Attempted {
  readonly opId: string
  readonly attempt: number
  readonly user: string
  readonly person: string
  readonly role: string
  readonly type: string
  readonly claimId: string | null
  readonly args: unknown
  readonly key: string | null
  readonly tInv: number
  readonly tRet: number
  readonly outcome: Outcome
  readonly http: number | null
  readonly code: string | null
  readonly bodyHash: string | null
  readonly reply: unknown
  readonly entity: string | null
  readonly version: number | null
  readonly retryOf: string | null
}

export type FaultKind = 'kill' | 'crash' | 'freeze' | 'proxy' | 'bank'

export interface Fault {
  readonly at: number
  readonly kind: FaultKind
  readonly target: string
  readonly name: string
  readonly recoveredMs: number | null
  readonly overlapping: boolean
}

export class RunFolder {
  readonly path: string
  readonly attempts: Attempted[] = []
  readonly faults: Fault[] = []
  /** When the newest write that was acknowledged had been sent. */
  newestWrite = 0

  constructor(wanted: string | undefined) {
    if (wanted !== undefined) mkdirSync(wanted, { recursive: true })
    this.path = wanted === undefined ? mkdtempSync(join(tmpdir(), 'lipei-faults-')) : resolve(wanted)
    for (const name of ['history.jsonl', 'faults.jsonl']) writeFileSync(join(this.path, name), '')
  }

  attempted(attempt: Attempted): void {
    this.attempts.push(attempt)
    if (attempt.outcome === 'ok' && attempt.key !== null)
      this.newestWrite = Math.max(this.newestWrite, attempt.tInv)
    this.#append('history.jsonl', attempt)
  }

  suffered(fault: Fault): void {
    this.faults.push(fault)
    this.#append('faults.jsonl', fault)
  }

  describe(run: RunDescription): void {
    this.#write('run.json', run)
  }

  /** How many objects each invariant was checked on; nothing where nothing was judged. */
  judgements(): readonly { readonly id: string; readonly checked: number }[] {
    const { invariants = [] } = this.#verdict() as {
      readonly invariants?: readonly { readonly id: string; readonly checked: number }[]
    }
    return invariants
  }

  /** Adds to what the checker has judged, or stands alone where nothing was judged. */
  addToVerdict(more: Readonly<Record<string, unknown>>): void {
    this.#write('verdict.json', { ...this.#verdict(), ...more })
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  #verdict(): Readonly<Record<string, unknown>> {
    try {
      return JSON.parse(readFileSync(join(this.path, 'verdict.json'), 'utf8')) as Record<string, unknown>
    } catch {
      return {}
    }
  }

  #append(name: string, line: object): void {
    appendFileSync(join(this.path, name), `${JSON.stringify(line)}\n`)
  }

  #write(name: string, content: object): void {
    writeFileSync(join(this.path, name), `${JSON.stringify(content, undefined, 2)}\n`)
  }
}
