/** A small first-hit table in which every test plants one fault. */
export interface SampleTable {
  id: string
  version: number
  effectiveFrom: string
  effectiveTo?: string
  hitPolicy: string
  inputs: { name: string; type: string }[]
  outputs: { name: string; type: string }[]
  rows: SampleRow[]
  testDefaults: Record<string, unknown>
  testCases: Record<string, unknown>[]
}

interface SampleRow {
  id: string
  priority?: number
  when: Record<string, string>
  gives: Record<string, unknown>
}

const reason = { zh: '理由', en: 'Reason' }

export function sampleTable(): SampleTable {
  return {
    id: 'surveyNeed',
    version: 1,
    effectiveFrom: '2026-01-01',
    hitPolicy: 'first',
    inputs: [
      { name: 'line', type: 'choice' },
      { name: 'estimatedMinor', type: 'integer' },
      { name: 'doubtful', type: 'boolean' },
    ],
    outputs: [
      { name: 'required', type: 'boolean' },
      { name: 'kind', type: 'choice' },
      { name: 'reason', type: 'text' },
    ],
    rows: [
      {
        id: 'doubtful',
        priority: 1,
        when: { doubtful: 'true' },
        gives: { required: true, kind: 'onSite', reason },
      },
      {
        id: 'small',
        when: { estimatedMinor: '<= 500000' },
        gives: { required: false, kind: 'none', reason },
      },
      {
        id: 'large',
        when: { estimatedMinor: '> 500000', line: '"property"' },
        gives: { required: true, kind: 'onSite', reason },
      },
      {
        id: 'largeElsewhere',
        when: { estimatedMinor: '> 500000', line: 'not("property")' },
        gives: { required: true, kind: 'remote', reason },
      },
      { id: 'closing', when: {}, gives: { required: true, kind: 'onSite', reason } },
    ],
    testDefaults: {
      line: 'property',
      cause: 'fire',
      estimatedMinor: 500_000,
      injury: false,
      death: false,
      thirdParties: false,
      doubtful: false,
      previousClaims: 0,
    },
    testCases: [
      { name: 'small at the border', inputs: {}, expectRows: ['small'] },
      { name: 'a fen above', inputs: { estimatedMinor: 500_001 }, expectOutputs: [{ kind: 'onSite' }] },
      { name: 'nobody knows', inputs: { estimatedMinor: null }, expectRows: ['closing'] },
    ],
  }
}
