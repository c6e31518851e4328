/** What must hold of the production topology, each as a function that names every fault. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readConfig } from '../../config.ts'
import {
  inCheckout,
  interpolate,
  isOneShot,
  isOurs,
  readCheckout,
  type Service,
  type Topology,
  variablesIn,
} from './compose-file.ts'
import { isExcluded, programsOf, reachedFrom } from './image-content.ts'
import { schemaFaults } from './schema.ts'

type Rule = (topology: Topology) => readonly string[]

const each =
  (faultsOf: (service: Service, name: string, topology: Topology) => readonly (string | false)[]): Rule =>
  (topology) =>
    topology.services.flatMap(([name, service]) =>
      faultsOf(service, name, topology).flatMap((fault) => (fault === false ? [] : [`${name}: ${fault}`])),
    )

const find = ({ services }: Topology, name: string): Service | undefined =>
  services.find(([candidate]) => candidate === name)?.[1]

const { version, devDependencies } = JSON.parse(readCheckout('package.json')) as {
  version: string
  devDependencies: { node: string }
}

const pinned: Rule = ({ services, dockerfile }) => {
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image)
  const faults = [...services.map(([, { image }]) => image), ...bases].filter(
    (image) => !/^[\w./-]+:\d+\.\d+(\.\d+)?(-[a-z]+)*$/.test(image),
  )
  return faults.map((image) => `${image} is not pinned to an exact version`)
}

const sameVersions: Rule = ({ services, dockerfile }) => {
  const faults: string[] = []
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image)
  if (bases.some((image) => !image.startsWith(`node:${devDependencies.node}-`)))
    faults.push(`the image is not built on Node ${devDependencies.node}, which development and tests use`)
  for (const [name, { image }] of services.filter(([, service]) => isOurs(service))) {
    if (image !== `lipei:${version}`) faults.push(`${name}: ${image} is not this version, ${version}`)
  }
  const temporal = new Set(
    services
      .filter(([, { image }]) => /temporalio\/(server|admin-tools):/.test(image))
      .map(([, { image }]) => image.split(':')[1]),
  )
  if (temporal.size !== 1) faults.push(`Temporal's server and tools differ: ${[...temporal].join(', ')}`)
  return faults
}

const noForeignMatter: Rule = ({ text, services }) => {
  const faults = [...text.matchAll(/auto-setup|bank-simulator|message-simulator|demonstration/g)]
    .filter(({ index }) => !text.slice(text.lastIndexOf('\n', index), index).includes('#'))
    .map(([found]) => `${found} has no place in production`)
  for (const [name, service] of services) {
    const mode = service.environment?.['LIPEI_MODE']
    if (isOurs(service) && !isOneShot(service) && mode !== 'production')
      faults.push(`${name}: LIPEI_MODE is not production`)
  }
  return faults
}

const named: Rule = ({ text, documents }) => {
  const names = new Set(variablesIn(text).map(({ name }) => name))
  return [...names]
    .filter((name) => !documents.includes(`\`${name}\``))
    .map((name) => `${name} is not explained in docs/operations.md`)
}

const secretsAreGiven: Rule = ({ text }) =>
  [...text.matchAll(/^ +(\w*(?:PASSWORD|PWD|SECRET|KEYS?)): (.+)$/gm)]
    // Asked for, or empty when nobody gives one.
    .filter(([, , value = '']) => !/^\$\{\w+:[?-]\}$/.test(value))
    .map(([, name]) => `${name} has a value of its own instead of being asked for`)

/** Named by its address in the command or the environment of a one-shot that starts when it has started. */
const isAskedByOneShot = (name: string, { services }: Topology): boolean =>
  services.some(
    ([, service]) =>
      isOneShot(service) &&
      service.depends_on?.[name]?.condition === 'service_started' &&
      [...(service.command ?? []), ...Object.values(service.environment ?? {})].some((value) =>
        value.includes(`${name}:`),
      ),
  )

const healthKnown: Rule = each((service, name, topology) => {
  if (isOneShot(service)) return []
  const { test } = service.healthcheck ?? {}
  return [
    test === undefined && !isAskedByOneShot(name, topology) && 'nothing says whether it is well',
    test !== undefined && (!Array.isArray(test) || test[0] !== 'CMD') && 'its health check needs a shell',
  ]
})

const dependenciesHold: Rule = each(({ depends_on: needs = {} }, _name, topology) =>
  Object.entries(needs).map(([needed, { condition }]) => {
    const target = find(topology, needed)
    if (target === undefined) return `it waits for ${needed}, which does not exist`
    switch (condition) {
      case 'service_healthy':
        return (
          target.healthcheck?.test === undefined && `it waits for the health of ${needed}, which has no check`
        )
      case 'service_completed_successfully':
        return !isOneShot(target) && `it waits for the end of ${needed}, which does not end`
      default:
        return (
          (isOneShot(target) || !isAskedByOneShot(needed, topology)) &&
          `it waits only for the start of ${needed}`
        )
    }
  }),
)

/** `docker compose up --wait` takes the end of a container that nobody waits for to be a failure. */
const oneShotsAwaited: Rule = each((service, name, { services }) => [
  isOneShot(service) &&
    !services.some(([, other]) => other.depends_on?.[name]?.condition === 'service_completed_successfully') &&
    'nothing waits for its success',
])

const key = Buffer.alloc(32, 7).toString('base64')

/** As somebody would set them. */
const sampleOf = (name: string): string => {
  if (/^(?:FIELD|PAYLOAD)_KEYS$/.test(name)) return `k1:${key}`
  if (/SECRET$|KEY$/.test(name)) return key
  return name.endsWith('URL') ? 'https://example.com' : 'letters'
}

function sampleEnvironment(service: Service): Readonly<Record<string, string>> {
  const entries = Object.entries(service.environment ?? {}).map(([name, value]) => {
    const required = variablesIn(value).filter((variable) => variable.required)
    const values = Object.fromEntries(required.map((variable) => [variable.name, sampleOf(variable.name)]))
    return [name, interpolate(value, values)] as const
  })
  return Object.fromEntries(entries)
}

/** What `readConfig` misses in this environment, and what it would never look at. */
function configFaults(environment: Readonly<Record<string, string>>): readonly string[] {
  const asked = new Set<string | symbol>()
  const faults: string[] = []
  try {
    readConfig(
      new Proxy(environment, {
        get: (target, name) => {
          asked.add(name)
          return typeof name === 'string' ? target[name] : undefined
        },
      }),
    )
  } catch (error) {
    faults.push((error as Error).message.replaceAll('\n', ' '))
  }
  const unknown = Object.keys(environment).filter((name) => !asked.has(name))
  return [...faults, ...unknown.map((name) => `${name} is nothing that config.ts reads`)]
}

const configured: Rule = each((service) =>
  isOurs(service) && !isOneShot(service) ? configFaults(sampleEnvironment(service)) : [],
)

const ownerForMigrationOnly: Rule = each((service, name) => [
  name !== 'migrate' &&
    Object.values(service.environment ?? {}).some((value) => value.includes('lipei_owner')) &&
    'it holds the rights of the owner of the database',
])

/** The API may be bound elsewhere by `API_BIND`; that it is not unless somebody says so is part of the rule. */
const portsOnLoopback: Rule = each(({ ports = [] }) =>
  ports.map(
    (port) =>
      !/^(127\.0\.0\.1:|\$\{API_BIND:-127\.0\.0\.1:)/.test(port) &&
      `${port} is reachable from other machines`,
  ),
)

const mounted = (service: Service): readonly string[] =>
  (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '').filter((path) => path.startsWith('.'))

const mountsExist: Rule = each((service) =>
  mounted(service).map((path) => !existsSync(inCheckout(path)) && `${path} does not exist`),
)

const scriptsParse: Rule = each((service) =>
  mounted(service)
    .filter((path) => path.endsWith('.sh') && existsSync(inCheckout(path)))
    .map((path) => {
      try {
        execFileSync('sh', ['-n', inCheckout(path)], { stdio: 'pipe' })
        return false
      } catch {
        return `${path} is no shell script`
      }
    }),
)

const confined: Rule = each((service) => [
  !service.security_opt?.includes('no-new-privileges:true') && 'it may gain privileges',
  // PostgreSQL's image begins as root to hand its volume to its own user.
  !service.image.startsWith('postgres:') &&
    (service.read_only !== true || !service.cap_drop?.includes('ALL')) &&
    'it may write to its own disc or use what root may',
])

const imageRunsAsNobody: Rule = ({ dockerfile }) =>
  /^USER (?!root)\w+$/m.test(dockerfile.slice(dockerfile.lastIndexOf('FROM ')))
    ? []
    : ['the image runs as root']

/** Longer than the programs themselves take to stop, or they are killed in the middle of it. */
const shortestGrace = 20

const stopsInOrder: Rule = each((service) => [
  !isOneShot(service) &&
    (isOurs(service) || service.image.startsWith('postgres:')) &&
    Number.parseInt(service.stop_grace_period ?? '10s', 10) < shortestGrace &&
    'it is killed before it can stop in good order',
  !isOneShot(service) && service.restart !== 'unless-stopped' && 'it stays away after it died',
])

/** What `COPY . .` takes is what .dockerignore leaves. */
const imageIsWhole: Rule = each((service, _name, { dockerignore }) =>
  programsOf(service).flatMap((program) =>
    existsSync(inCheckout(program))
      ? reachedFrom(program)
          .filter((path) => isExcluded(path, dockerignore))
          .map((path) => `${program} needs ${path}, which .dockerignore keeps out of the image`)
      : [`${program} does not exist`],
  ),
)

const kept = ['.git', '.env', '.env.production', '.lipei', 'node_modules', 'test', 'scripts/demo.ts']
const imageHoldsNoSecrets: Rule = ({ dockerignore }) =>
  [...kept, 'scripts/demonstration-sign-ins.json', 'scripts/bank-simulator/server.ts']
    .filter((path) => !isExcluded(path, dockerignore))
    .map((path) => `${path} would be copied into the image`)

export const rules = {
  'is what the Compose Specification calls a Compose file': ({ model }) => schemaFaults(model),
  'pins every image to an exact version': pinned,
  'runs the versions that development runs': sameVersions,
  'holds neither auto-setup nor simulators nor demonstration data': noForeignMatter,
  'names no variable that the documents do not explain': named,
  'has no password and no key of its own': secretsAreGiven,
  'knows of every service whether it is well': healthKnown,
  'waits only for what can come true': dependenciesHold,
  'awaits every one-shot': oneShotsAwaited,
  'gives our services what config.ts requires and nothing it does not know': configured,
  "gives the owner's rights to the migration only": ownerForMigrationOnly,
  'publishes nothing to other machines but the API': portsOnLoopback,
  'mounts only what exists': mountsExist,
  'mounts only shell scripts that parse': scriptsParse,
  'confines every container': confined,
  'does not run our image as root': imageRunsAsNobody,
  'lets every service stop in order and come back': stopsInOrder,
  'builds an image that holds every file its programs need': imageIsWhole,
  'builds an image without secrets, tests and demonstration data': imageHoldsNoSecrets,
} satisfies Record<string, Rule>

export type RuleName = keyof typeof rules
