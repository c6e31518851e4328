import { describe, expect, it } from 'vitest'
import { readTopology, type Sources, sources } from './compose-file.ts'
import { rules, type RuleName } from './rules.ts'

const names = Object.keys(rules) as RuleName[]
const faultsOf = (rule: RuleName, changed: Partial<Sources> = {}): readonly string[] =>
  rules[rule](readTopology({ ...sources, ...changed }))

describe('the production topology', () => {
  it.each(names)('%s', (rule) => {
    expect(faultsOf(rule)).toEqual([])
  })
})

interface Violation {
  readonly rule: RuleName
  readonly says: RegExp
  readonly source?: keyof Sources
  readonly from: string
  readonly to: string
}

const violations: readonly Violation[] = [
  {
    rule: 'is what the Compose Specification calls a Compose file',
    says: /\/services\/worker .*"comand"/,
    from: 'command: [node, --import, ./quick-start.ts, worker.ts]',
    to: 'comand: [node, --import, ./quick-start.ts, worker.ts]',
  },
  {
    rule: 'is what the Compose Specification calls a Compose file',
    says: /\/services\/temporal\/depends_on\/temporal-schema\/condition must be equal to one/,
    from: 'temporal-schema:\n        condition: service_completed_successfully',
    to: 'temporal-schema:\n        condition: service_done',
  },
  {
    rule: 'pins every image to an exact version',
    says: /temporalio\/server:latest-\S+ is not pinned/,
    from: 'temporalio/server:',
    to: 'temporalio/server:latest-',
  },
  {
    rule: 'pins every image to an exact version',
    says: /node:lts-\S+ is not pinned/,
    source: 'dockerfile',
    from: 'FROM node:',
    to: 'FROM node:lts-',
  },
  {
    rule: 'runs the versions that development runs',
    says: /not built on Node/,
    source: 'dockerfile',
    from: 'FROM node:',
    to: 'FROM node:9',
  },
  {
    rule: 'runs the versions that development runs',
    says: /server and tools differ/,
    from: 'temporalio/server:',
    to: 'temporalio/server:9',
  },
  {
    rule: 'runs the versions that development runs',
    says: /lipei:9\S+ is not this version/,
    from: 'image: lipei:',
    to: 'image: lipei:9',
  },
  {
    rule: 'holds neither auto-setup nor simulators nor demonstration data',
    says: /auto-setup has no place/,
    from: 'temporalio/server:',
    to: 'temporalio/auto-setup:',
  },
  {
    rule: 'holds neither auto-setup nor simulators nor demonstration data',
    says: /api: LIPEI_MODE is not production/,
    from: 'LIPEI_MODE: production',
    to: 'LIPEI_MODE: embedded',
  },
  {
    rule: 'names no variable that the documents do not explain',
    says: /BANK_PASSPHRASE is not explained/,
    from: '${BANK_SECRET:?}',
    to: '${BANK_PASSPHRASE:?}',
  },
  {
    rule: 'has no password and no key of its own',
    says: /LOOKUP_KEY has a value of its own/,
    from: '${LOOKUP_KEY:?}',
    to: 'AAAA',
  },
  {
    rule: 'knows of every service whether it is well',
    says: /postgres: nothing says/,
    from: 'healthcheck:\n      # Over TCP',
    to: 'x-healthcheck:\n      # Over TCP',
  },
  {
    rule: 'knows of every service whether it is well',
    says: /temporal: nothing says/,
    from: 'TEMPORAL_ADDRESS: temporal:7233\n      NAMESPACE',
    to: 'TEMPORAL_ADDRESS: elsewhere:7233\n      NAMESPACE',
  },
  {
    rule: 'knows of every service whether it is well',
    says: /temporal-ui: its health check needs a shell/,
    from: 'test: [CMD, wget,',
    to: 'test: [CMD-SHELL, wget,',
  },
  {
    rule: 'waits only for what can come true',
    says: /waits for schema, which does not exist/,
    from: 'temporal-schema:\n        condition',
    to: 'schema:\n        condition',
  },
  {
    rule: 'waits only for what can come true',
    says: /temporal: it waits for the health of temporal-schema/,
    from: 'temporal-schema:\n        condition: service_completed_successfully',
    to: 'temporal-schema:\n        condition: service_healthy',
  },
  {
    rule: 'waits only for what can come true',
    says: /temporal-namespace: it waits for the end of temporal,/,
    from: 'condition: service_started',
    to: 'condition: service_completed_successfully',
  },
  {
    rule: 'waits only for what can come true',
    says: /temporal-ui: it waits only for the start of temporal-namespace/,
    from: '    depends_on:\n      temporal-namespace:\n        condition: service_completed_successfully\n\n',
    to: '    depends_on:\n      temporal-namespace:\n        condition: service_started\n\n',
  },
  {
    rule: 'awaits every one-shot',
    says: /migrate: nothing waits/,
    from: '    migrate:\n      condition: service_completed_successfully\n',
    to: '',
  },
  {
    rule: 'gives our services what config.ts requires and nothing it does not know',
    says: /worker: .*FILES_FOLDER is missing/,
    from: '    FILES_FOLDER: /var/lib/lipei/files\n',
    to: '',
  },
  {
    rule: 'gives our services what config.ts requires and nothing it does not know',
    says: /jobs: LOG_LEVELS is nothing that config\.ts reads/,
    from: 'LOG_LEVEL: ${LOG',
    to: 'LOG_LEVELS: ${LOG',
  },
  {
    rule: "gives the owner's rights to the migration only",
    says: /worker: it holds the rights of the owner/,
    from: 'postgres://lipei_app:${APP_PASSWORD:?}',
    to: 'postgres://lipei_owner:${OWNER_PASSWORD:?}',
  },
  {
    rule: 'publishes nothing to other machines but the API',
    says: /temporal-ui: 8233:8080 is reachable/,
    from: '127.0.0.1:8233:8080',
    to: '8233:8080',
  },
  {
    rule: 'publishes nothing to other machines but the API',
    says: /api: \$\{API_BIND:-0\.0\.0\.0:3000\}:3000 is reachable/,
    from: 'API_BIND:-127.0.0.1:3000',
    to: 'API_BIND:-0.0.0.0:3000',
  },
  {
    rule: 'mounts only what exists',
    says: /\.\/docker\/temporal\.sh does not exist/,
    from: './docker/temporal-schema.sh',
    to: './docker/temporal.sh',
  },
  {
    rule: 'mounts only shell scripts that parse',
    says: /broken\.sh is no shell script/,
    from: './docker/temporal-schema.sh',
    to: './test/topology/broken.sh',
  },
  {
    rule: 'confines every container',
    says: /jobs: it may write to its own disc/,
    from: 'read_only: true',
    to: 'read_only: false',
  },
  {
    rule: 'confines every container',
    says: /postgres: it may gain privileges/,
    from: "shm_size: 256m\n    security_opt: ['no-new-privileges:true']",
    to: 'shm_size: 256m',
  },
  {
    rule: 'does not run our image as root',
    says: /runs as root/,
    source: 'dockerfile',
    from: 'USER node',
    to: 'USER root',
  },
  {
    rule: 'lets every service stop in order and come back',
    says: /worker: it is killed before/,
    from: 'stop_grace_period: 30s\n  environment',
    to: 'stop_grace_period: 10s\n  environment',
  },
  {
    rule: 'lets every service stop in order and come back',
    says: /temporal-ui: it stays away/,
    from: 'restart: unless-stopped\n    environment:\n      TEMPORAL_ADDRESS',
    to: 'restart: always\n    environment:\n      TEMPORAL_ADDRESS',
  },
  {
    rule: 'builds an image that holds every file its programs need',
    says: /scripts\/migrate\.ts needs scripts\/embedded\/environment\.ts/,
    source: 'dockerignore',
    from: 'scripts/test.ts\n',
    to: 'scripts/embedded\n',
  },
  {
    rule: 'builds an image that holds every file its programs need',
    says: /worker\.ts needs workflows\/stages\/[a-z-]+\.ts/,
    source: 'dockerignore',
    from: 'bench\n',
    to: 'workflows/stages\n',
  },
  {
    rule: 'builds an image that holds every file its programs need',
    says: /job\.ts does not exist/,
    from: './quick-start.ts, jobs.ts]',
    to: './quick-start.ts, job.ts]',
  },
  {
    rule: 'builds an image without secrets, tests and demonstration data',
    says: /\.env\.production would be copied/,
    source: 'dockerignore',
    from: '.env*\n',
    to: '.env\n',
  },
]

describe('a violation', () => {
  it.each(violations)('is refused: $rule, $to', ({ rule, says, source = 'compose', from, to }) => {
    expect(sources[source]).toContain(from)
    const faults = faultsOf(rule, { [source]: sources[source].replace(from, () => to) })
    expect(faults.filter((fault) => says.test(fault))).not.toEqual([])
  })

  it('is planted for every rule', () => {
    expect(names.filter((name) => !violations.some(({ rule }) => rule === name))).toEqual([])
  })
})
