import type { FastTrackFacts } from '../../../../domain/claim/facts.ts'
import { fastTrackRules } from '../../../../domain/rules/vocabulary.ts'

/** What a test may say of the check: everything passes unless it does. */
export interface FastTrackWorld {
  readonly stopped?: boolean
  readonly refers?: readonly (typeof fastTrackRules)[number][]
  readonly sampled?: boolean
}

const text = { zh: '测试', en: 'test' }

export function checked({ stopped = false, refers = [], sampled = false }: FastTrackWorld, now: number) {
  const established = {
    objectInsured: true,
    licenceValid: true,
    drunk: false,
    exclusionSuspected: 'none',
  } as const
  const lines = fastTrackRules.map((rule) => ({
    rule,
    result: refers.includes(rule) ? ('refer' as const) : ('pass' as const),
    reason: text,
    clause: 'clause',
    row: rule,
  }))
  const inputs = {} as FastTrackFacts['check']['inputs']
  return { stopped, sampled, established, check: { version: 1, at: now, inputs, lines } }
}
