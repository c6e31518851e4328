import { parseArgs } from 'node:util'

export interface FaultOptions {
  /** Of load, with faults; starting, healing and checking come on top. */
  readonly minutes: number
  readonly seed: string
  /** Keeps the run's folder although everything held. */
  readonly keep: boolean
  /** Leaves the product running after the verdict until Ctrl-C, for whoever wants to look into it. */
  readonly hold: boolean
  /** Another checkout to run: one with a bug planted in it. */
  readonly codeFolder: string | undefined
  /** Where the run leaves what it found; a temporary folder unless told. */
  readonly folder: string | undefined
}

/** Reads `--minutes N --seed S`, or throws with what is wrong. */
export function readOptions(args: readonly string[]): FaultOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '1.5' },
      seed: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
      hold: { type: 'boolean', default: false },
      code: { type: 'string' },
      folder: { type: 'string' },
    },
  })
  const minutes = Number(values.minutes)
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error('--minutes wants a number above zero.')
  const { seed, keep, hold, code: codeFolder, folder } = values
  return { minutes, seed, keep, hold, codeFolder, folder }
}
