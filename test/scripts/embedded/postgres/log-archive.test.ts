import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  archivedInto,
  archiveInto,
  archiveSettings,
} from '../../../../scripts/embedded/postgres/log-archive.ts'

let folder: string
let cluster: string
let archive: string
const name = '000000010000000000000001'

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lipei archive '))
  cluster = join(folder, 'postgres')
  archive = join(folder, 'backup', 'wal')
  mkdirSync(cluster)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Hands the piece on as PostgreSQL does; whether it may forget it. */
function handOn(content: string): boolean {
  const piece = join(cluster, 'piece')
  writeFileSync(piece, content)
  const command = archiveSettings(cluster)['archive_command'] ?? ''
  const filled = command.replace('%p', piece).replace('%f', name)
  return spawnSync('/bin/sh', ['-c', filled]).status === 0
}

const archived = () => readFileSync(join(archive, name), 'utf8')

describe('the archive of the log', () => {
  it('keeps nothing before somebody orders a backup', () => {
    expect(archivedInto(cluster)).toBeUndefined()
    expect(handOn('one')).toBe(true)
    expect(readdirSync(folder)).not.toContain('backup')
  })

  it('keeps each piece in the folder that the backup has named', () => {
    archiveInto(cluster, archive, undefined)
    expect(archivedInto(cluster)).toBe(archive)
    expect(handOn('one')).toBe(true)
    expect(archived()).toBe('one')
    expect(readdirSync(archive)).toEqual([name])
  })

  it('takes the same piece again, and never another one under its name', () => {
    archiveInto(cluster, archive, undefined)
    handOn('one')
    expect(handOn('one')).toBe(true)
    expect(handOn('another')).toBe(false)
    expect(archived()).toBe('one')
  })

  it('lets PostgreSQL keep a piece that could not be taken', () => {
    archiveInto(cluster, archive, undefined)
    rmSync(archive, { recursive: true })
    expect(handOn('one')).toBe(false)
  })

  it('begins anew what was cut off', () => {
    archiveInto(cluster, archive, undefined)
    writeFileSync(join(archive, `${name}.part`), 'half of an earlier try, and longer than')
    expect(handOn('one')).toBe(true)
    expect(archived()).toBe('one')
  })
})
