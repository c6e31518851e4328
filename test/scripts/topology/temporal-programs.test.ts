import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Environment, inheritedEnvironment } from '../../../scripts/embedded/environment.ts'
import { imageVersion } from '../../../scripts/topology/compose-facts.ts'
import { temporalPrograms } from '../../../scripts/topology/temporal-programs.ts'
import { type TemporaryFolder, temporaryFolder } from '../embedded/stand-ins.ts'

let folder: TemporaryFolder
let environment: Environment
const said: string[] = []
const say = (text: string): void => void said.push(text)

/** A `go` that notes what it is asked and builds what it is told to, or does as this script says. */
function go(script = 'echo built > "$GOBIN/$(basename "${2%@*}")"'): void {
  const bin = join(folder.path, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'go'), `#!/bin/sh\necho "$@" >> ${folder.path}/asked\n${script}\n`)
  chmodSync(join(bin, 'go'), 0o755)
}

const asked = (): readonly string[] =>
  existsSync(join(folder.path, 'asked'))
    ? readFileSync(join(folder.path, 'asked'), 'utf8').trim().split('\n')
    : []

beforeEach(() => {
  folder = temporaryFolder()
  said.length = 0
  environment = {
    PATH: `${join(folder.path, 'bin')}:${inheritedEnvironment()['PATH'] ?? ''}`,
    XDG_CACHE_HOME: join(folder.path, 'cache'),
  }
})
afterEach(() => folder.remove())

describe("Temporal's programs", () => {
  it('are built at the versions of the container images', async () => {
    go()
    const programs = await temporalPrograms(environment, say)
    expect(asked()).toEqual([
      `install go.temporal.io/server/cmd/server@v${imageVersion('temporalio/server')}`,
      `install go.temporal.io/server/cmd/tools/sql@v${imageVersion('temporalio/admin-tools')}`,
      `install github.com/temporalio/ui-server/v2/cmd/server@v${imageVersion('temporalio/ui')}`,
    ])
    for (const path of Object.values(programs)) expect(readFileSync(path, 'utf8')).toBe('built\n')
    expect(new Set(Object.values(programs)).size).toBe(3)
    expect(said.join('\n')).toContain('Building temporal-server')
  })

  it('are built once for every checkout of the user', async () => {
    go()
    const first = await temporalPrograms(environment, say)
    expect(await temporalPrograms(environment, say)).toEqual(first)
    expect(asked()).toHaveLength(3)
  })

  it('that could not be built leave nothing behind, and go says why', async () => {
    go('echo no route to the proxy >&2; exit 1')
    await expect(temporalPrograms(environment, say)).rejects.toThrow(/temporal.*\n.*no route to the proxy/)
    expect(readdirSync(join(folder.path, 'cache', 'lipei'))).toEqual([])
  })
})
