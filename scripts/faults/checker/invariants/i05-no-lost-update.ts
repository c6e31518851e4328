import type { ContentRow } from '../database/rows.ts'
import type { Evidence, Operation } from '../evidence.ts'
import { each, together, type Invariant } from '../invariant.ts'

/** Who saves which kind of content, and where the answer says the new version. */
const saves: Readonly<Record<string, { readonly kind: string; readonly member: string }>> = {
  saveSheet: { kind: 'sheet', member: 'sheetVersion' },
  saveSurveyReport: { kind: 'surveyReport', member: 'reportVersion' },
}

/** Two people who began from the same version do not both succeed. */
export const noLostUpdate: Invariant = {
  id: 'I5',
  text: 'Of all who began from one version of a content at most one has made the next: versions run without a gap, and each is answered to one request only, by whose author it is kept.',
  live: true,
  exercised: (evidence) => evidence.hasDone(...Object.keys(saves)),
  check(evidence) {
    const { contents } = evidence.database
    const known: ReadonlyMap<string, ContentRow> = new Map(
      contents.map((one) => [`${one.claimId} ${one.kind} ${one.version}`, one] as const),
    )
    const series = Map.groupBy(contents, ({ claimId, kind }) => `${claimId} ${kind}`)
    const answers = Map.groupBy(
      evidence.operations.flatMap((one) => answered(one)),
      ({ version }) => version,
    )
    return together(
      each(series, ([object, versions]) => {
        const numbers = versions.map(({ version }) => version).toSorted((a, b) => a - b)
        if (numbers.every((version, index) => version === index + 1)) return []
        return [{ object, why: 'Its versions are not one after the other.', evidence: { numbers } }]
      }),
      each(answers, ([object, [first, ...others]]) => {
        if (others.length > 0) {
          const keys = [first, ...others].map((one) => one?.key)
          return [
            { object, why: 'Several requests were told that this version is theirs.', evidence: { keys } },
          ]
        }
        const kept = known.get(object)
        if (kept !== undefined && kept.authorId === first?.person) return []
        return [
          {
            object,
            why: 'What was answered is not what is kept.',
            evidence: { key: first?.key, author: kept?.authorId ?? null },
          },
        ]
      }),
    )
  },
}

interface Answer {
  readonly version: string
  readonly key: string
  readonly person: Evidence['attempts'][number]['person']
}

/** The version that one request was told it had made. */
function answered({ type, key, person, acknowledged }: Operation): readonly Answer[] {
  const saved = saves[type]
  const reply = acknowledged[0]?.reply as Readonly<Record<string, unknown>> | null | undefined
  const version = saved === undefined ? undefined : reply?.[saved.member]
  if (saved === undefined || typeof version !== 'number') return []
  return [{ version: `${String(reply?.['claimId'])} ${saved.kind} ${version}`, key, person }]
}
