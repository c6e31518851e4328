import { Counter, Histogram, type Registry } from 'prom-client'
import type { Execute } from '../db/execute.ts'
import { DomainError } from '../domain/errors.ts'

/** Seconds; a command is a transaction of some milliseconds. */
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** Counts commands and times them, whoever issued them: people over HTTP, workflows, statements. */
export function meterCommands(registry: Registry, execute: Execute): Execute {
  const registers = [registry]
  const commands = new Counter({
    name: 'lipei_commands_total',
    help: 'Commands by what came of them; repeated ones got their stored answer.',
    labelNames: ['command', 'outcome'],
    registers,
  })
  const refusals = new Counter({
    name: 'lipei_command_refusals_total',
    help: 'Refused commands by the code of the refusal.',
    labelNames: ['command', 'code'],
    registers,
  })
  const durations = new Histogram({
    name: 'lipei_command_duration_seconds',
    help: 'From the call of a command to its commit or refusal.',
    labelNames: ['command'],
    buckets,
    registers,
  })
  return async (command) => {
    const stop = durations.startTimer({ command: command.type })
    try {
      const executed = await execute(command)
      commands.inc({ command: command.type, outcome: executed.repeated ? 'repeated' : 'done' })
      return executed
    } catch (error) {
      const refused = error instanceof DomainError
      commands.inc({ command: command.type, outcome: refused ? 'refused' : 'failed' })
      if (refused) refusals.inc({ command: command.type, code: error.code })
      throw error
    } finally {
      stop()
    }
  }
}
