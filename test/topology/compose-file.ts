/** docker-compose.yml as Compose reads it, together with what it stands on in the checkout. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkoutFolder } from '../../scripts/embedded/data-folder.ts'

export interface Service {
  readonly image: string
  readonly build?: unknown
  readonly command?: readonly string[]
  readonly entrypoint?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
  readonly restart?: string
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly stop_grace_period?: string
  readonly healthcheck?: { readonly test?: readonly string[] | string }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

export interface Topology {
  /** The text before anything is put in for its variables. */
  readonly text: string
  /** With anchors and merges resolved, variables not. */
  readonly model: unknown
  readonly services: readonly (readonly [string, Service])[]
  readonly dockerfile: string
  readonly dockerignore: string
  /** What says how the variables are to be set. */
  readonly documents: string
}

export const inCheckout = (path: string): string => join(checkoutFolder, path)
export const readCheckout = (path: string): string => readFileSync(inCheckout(path), 'utf8')

/** Everything that the rules judge, as it lies in the checkout. */
export interface Sources {
  readonly compose: string
  readonly dockerfile: string
  readonly dockerignore: string
  readonly documents: string
}

export const sources: Sources = {
  compose: readCheckout('docker-compose.yml'),
  dockerfile: readCheckout('docker/Dockerfile'),
  dockerignore: readCheckout('.dockerignore'),
  documents: existsSync(inCheckout('docs/operations.md')) ? readCheckout('docs/operations.md') : '',
}

export function readTopology({ compose, ...others }: Sources): Topology {
  const model = parse(compose, { merge: true }) as { readonly services: Readonly<Record<string, Service>> }
  return { text: compose, model, services: Object.entries(model.services), ...others }
}

/** It does one thing and ends; `on-failure` lets it try again without starting it anew after it has succeeded. */
export const isOneShot = ({ restart = 'no' }: Service): boolean => /^(no|on-failure(:\d+)?)$/.test(restart)

/** Ours are those that are built here. */
export const isOurs = ({ build }: Service): boolean => build !== undefined

const variable = /\$\{(\w+)(?::([?-])([^}]*))?\}/g

export interface Variable {
  readonly name: string
  readonly required: boolean
}

export function variablesIn(text: string): readonly Variable[] {
  return [...text.matchAll(variable)].map(([, name = '', mark]) => ({ name, required: mark === '?' }))
}

/** What the containers would be given, were the variables set to this. */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(variable, (_whole, name: string, mark?: string, fallback?: string) => {
    const value = values[name]
    if (value !== undefined) return value
    if (mark === '-') return fallback ?? ''
    throw new Error(`${name} is given no value.`)
  })
}
