import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkoutFolder } from '../../scripts/embedded/data-folder.ts'

const read = (path: string): string => readFileSync(join(checkoutFolder, path), 'utf8')
const topology = read('docker-compose.yml')

describe('the production topology', () => {
  it('pins every image to a version', () => {
    const images = [
      ...topology.matchAll(/image: (\S+)/g),
      ...read('docker/Dockerfile').matchAll(/^FROM (\S+)/gm),
    ]
    expect(images.length).toBeGreaterThan(5)
    for (const [, image] of images) expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z-]+)?$/)
  })

  it('has no bank simulator and no demonstration data in it', () => {
    expect(topology).not.toMatch(/bank-simulator|demonstration/)
    expect(topology).toMatch(/LIPEI_MODE: production/)
  })

  it('has no password or key of its own: each must be given', () => {
    const secrets = [...topology.matchAll(/^ +\w*(?:PASSWORD|PWD|SECRET|KEYS?): (.+)$/gm)].map(
      ([, value]) => value,
    )
    expect(secrets.length).toBeGreaterThan(7)
    for (const value of secrets) expect(value).toMatch(/^\$\{\w+:\?\}$/)
  })

  it('gives the owner of the database to the migration only', () => {
    expect(topology.match(/DATABASE_OWNER_URL/g)).toHaveLength(1)
    expect(topology).toMatch(/migrate:\n(?: {4}.*\n)* {6}DATABASE_OWNER_URL/)
  })

  it('runs the same Temporal and Node as development does', () => {
    expect(topology).toContain('temporalio/server:1.32.')
    expect(topology).toContain('temporalio/admin-tools:1.32.')
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } }
    expect(read('docker/Dockerfile')).toContain(`FROM node:${devDependencies.node}-`)
  })
})
