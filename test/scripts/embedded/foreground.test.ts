import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inheritedEnvironment } from '../../../scripts/embedded/environment.ts'
import { startProduct } from '../../../scripts/embedded/product.ts'
import {
  aliveIn,
  nothingBrought,
  pidIn,
  standInCheckout,
  type TemporaryFolder,
  temporaryFolder,
} from './stand-ins.ts'

let code: TemporaryFolder
let data: TemporaryFolder
let output: string
let terminal: ChildProcess
let ended: Promise<number | null>

const environment = nothingBrought

/** A process of its own that does what `npm start` does, on stand-ins and free ports; the command starts it. */
function begin(command: (program: string) => readonly [string, ...string[]]): void {
  const module = import.meta.resolve('../../../scripts/embedded/foreground.ts')
  const options = { dataFolder: data.path, codeFolder: code.path, ports: 'free' }
  const program = join(code.path, 'begin.ts')
  writeFileSync(
    program,
    `import { runInForeground } from '${module}'\nawait runInForeground(${JSON.stringify(options)})\n`,
  )
  const [file, ...args] = command(program)
  terminal = spawn(file, args, { env: { ...inheritedEnvironment(), ...environment } })
  output = ''
  terminal.stdout?.on('data', (text: Buffer) => (output += text.toString()))
  terminal.stderr?.on('data', (text: Buffer) => (output += text.toString()))
  ended = new Promise((resolve) => terminal.once('exit', resolve))
}

const shows = (text: RegExp): Promise<void> => expect.poll(() => output, { timeout: 20_000 }).toMatch(text)

beforeEach(() => {
  code = temporaryFolder()
  data = temporaryFolder()
  standInCheckout(code.path)
  begin((program) => [process.execPath, program])
})
async function stopAtOnce(): Promise<void> {
  terminal.kill('SIGKILL')
  await ended
}

afterEach(async () => {
  await stopAtOnce()
  code.remove()
  data.remove()
})

describe('the product in a terminal', () => {
  it('shows its addresses, and on Ctrl-C stops everything although the signal comes twice through npm', async () => {
    await shows(/App and API +http:\/\/127\.0\.0\.1:\d+[\s\S]*Ready after/)
    expect(output).not.toMatch(/postgres:\/\/lipei_app:/)
    terminal.kill('SIGINT')
    terminal.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(output).toMatch(/Stopped\./)
    expect(aliveIn(data.path)).toEqual([])
  })

  it('stops what has started already when Ctrl-C comes early', async () => {
    await shows(/✓/)
    terminal.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(output).not.toMatch(/Ready after/)
    expect(aliveIn(data.path)).toEqual([])
  })

  it('ends everything at once on a second Ctrl-C', async () => {
    await shows(/Ready after/)
    // A program that does not heed the first one, which would be waited for.
    process.kill(pidIn(data.path, 'api'), 'SIGSTOP')
    terminal.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(aliveIn(data.path)).toContain('api')
    terminal.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(aliveIn(data.path)).toEqual([])
  })

  it('is refused while another one is at work in the same folder', async () => {
    await shows(/Ready after/)
    const second = startProduct({ codeFolder: code.path, dataFolder: data.path, environment })
    await expect(second).rejects.toThrow(`pid ${terminal.pid}`)
    expect(aliveIn(data.path)).toHaveLength(7)
    terminal.kill('SIGTERM')
    await ended
  })

  it('goes when the npm that started it was killed outright, and the next start waits for that', async () => {
    await stopAtOnce()
    // The shell stands for npm: it starts the program and waits for it.
    begin((program) => ['sh', '-c', `npm_lifecycle_event=start "${process.execPath}" "${program}"; exit`])
    await shows(/Ready after/)
    terminal.kill('SIGKILL')
    const product = await startProduct({ codeFolder: code.path, dataFolder: data.path, environment })
    expect(output).toMatch(/Stopping/)
    expect(aliveIn(data.path)).toHaveLength(7)
    await product.stop()
  })

  it('that was killed outright is cleared away by the next start, which finds the data', async () => {
    await shows(/Ready after/)
    terminal.kill('SIGKILL')
    await ended
    const orphans = aliveIn(data.path)
    expect(orphans).toHaveLength(7)
    const news: string[] = []
    const options = { codeFolder: code.path, dataFolder: data.path, environment }
    const product = await startProduct({ ...options, report: ({ text }) => news.push(text) })
    expect(news[0]).toMatch(/^Ended what a killed start had left: .*postgres/)
    expect(aliveIn(data.path)).toHaveLength(7)
    await product.stop()
    expect(aliveIn(data.path)).toEqual([])
  })
})
