import { Gauge, type Registry } from 'prom-client'
import type { AnyClaimCommand } from '../db/commands.ts'
import type { Database } from '../db/client.ts'
import type { Execute } from '../db/execute.ts'
import { forgetFailingClaims, noteFailingClaims, readFailingClaims } from '../db/failing-claims.ts'
import { databaseUnavailable } from '../db/unexpected-errors.ts'
import { DomainError } from '../domain/errors.ts'

export interface FailingClaim {
  readonly claimId: string
  readonly command: AnyClaimCommand['type']
  readonly tries: number
  /** When the first of these tries failed, ISO 8601. */
  readonly since: string
}

export interface FailingClaims {
  /** The same, and claims are remembered while their commands fail by a bug. */
  watch(execute: Execute): Execute
  list(): readonly FailingClaim[]
  /**
   * Tells other programs through the database which claims fail, and which of those that anybody has told of go on
   * again. Whoever calls it first before any command learns what was told before.
   */
  share(database: Database): Promise<void>
}

/** One failure may be bad luck; the same claim three times in a row is not. */
const isFailing = ({ tries }: FailingClaim): boolean => tries >= 3
/** More are not remembered: with so many the product fails, not a claim. */
const most = 1000

/**
 * A workflow tries a command that fails by a bug for ever and goes no further, and nobody asks for it. Such claims
 * are counted and named here, so that somebody does; others go on beside them. A database that is away is no bug.
 */
export function createFailingClaims(
  registry: Registry,
  onFailing: (claim: FailingClaim) => void,
): FailingClaims {
  const failed = new Map<string, FailingClaim>()
  /** Told of, by us or by another worker, when we last looked. */
  let told: ReadonlySet<string> = new Set()
  const recovered = new Set<string>()
  const list = () => [...failed.values()].filter(isFailing)
  registry.registerMetric(
    new Gauge({
      name: 'lipei_claims_failing',
      help: 'Claims whose commands have failed three times or more in a row by a bug.',
      registers: [],
      collect() {
        this.set(list().length)
      },
    }),
  )

  function note(claimId: string, command: AnyClaimCommand['type']): void {
    const known = failed.get(claimId)
    if (known === undefined && failed.size >= most) return
    const claim = {
      claimId,
      command,
      tries: (known?.tries ?? 0) + 1,
      since: known?.since ?? new Date().toISOString(),
    }
    failed.set(claimId, claim)
    recovered.delete(claimId)
    if (isFailing(claim) && (known === undefined || !isFailing(known))) onFailing(claim)
  }

  function goesOn(claimId: string): void {
    failed.delete(claimId)
    if (told.has(claimId)) recovered.add(claimId)
  }

  return {
    list,
    share: async (database) => {
      const gone = [...recovered]
      await forgetFailingClaims(database, gone)
      for (const claimId of gone) recovered.delete(claimId)
      await noteFailingClaims(
        database,
        list().map(({ claimId, command, since }) => ({ claimId, command, since: Date.parse(since) })),
      )
      told = new Set(await readFailingClaims(database))
    },
    watch: (execute) => async (command) => {
      const { claimId, type } = command
      try {
        const executed = await execute(command)
        goesOn(executed.told.claimId)
        return executed
      } catch (error) {
        if (error instanceof DomainError) goesOn(claimId ?? '')
        else if (claimId !== undefined && !databaseUnavailable(error)) note(claimId, type)
        throw error
      }
    },
  }
}
