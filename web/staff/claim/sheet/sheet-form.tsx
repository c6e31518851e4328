import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  AdjustmentFault,
  CalculatedSheet,
  SheetInput,
} from '../../../../domain/adjustment/sheet-types.ts'
import type { CoverageCode, CoverageTerms } from '../../../../domain/policy/terms.ts'
import { Money } from '../../../blocks/money.tsx'
import { Failed, Loading, ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { Problem } from '../../../http/problem.ts'
import { useSay, useText } from '../../../language/language.ts'
import { ActionForm, Area, Select } from '../forms/form-kit.tsx'
import type { FormProps } from '../forms/form-props.ts'
import { useDraft } from '../forms/use-draft.ts'
import { at, noted, useMove } from '../forms/use-move.ts'
import { newestSheet } from '../moves.ts'
import { sheetQuery } from '../queries.ts'
import {
  beginCoverage,
  beginSheet,
  continueSheet,
  type EditedSheet,
  isMotor,
  sheetInputOf,
} from './begin-sheet.ts'
import { CoverageCard } from './coverage-card.tsx'
import { MotorFacts } from './motor-facts.tsx'
import { useSettled } from './use-settled.ts'

/** A new version of the calculation: begun from policy and report, or from the version before. */
export function SheetForm(props: FormProps) {
  const { claimId, claim } = props.view
  // The version at the opening stays the basis: what others save meanwhile is shown beside it.
  const [before] = useState(newestSheet(claim))
  const earlier = useQuery({
    ...sheetQuery(claimId, before?.version ?? 0),
    enabled: before !== undefined,
  })
  if (before === undefined) return <Editor {...props} basis={beginSheet(props.view)} opened={0} />
  if (earlier.isPending) return <Loading />
  if (earlier.isError) return <Failed error={earlier.error} again={() => void earlier.refetch()} />
  return <Editor {...props} basis={continueSheet(earlier.data.input)} opened={before.version} />
}

interface EditorProps extends FormProps {
  readonly basis: EditedSheet
  /** Version that the basis is; 0 for none. */
  readonly opened: number
}

function Editor({ view, done, basis, opened }: EditorProps) {
  const t = useText()
  const { claimId, claim, policy, parties } = view
  const newest = newestSheet(claim)?.version ?? 0
  const draft = useDraft<EditedSheet & { note: string; basedOn: number }>(`${claimId}.sheet`, {
    ...basis,
    note: '',
    basedOn: opened,
  })
  const { note, basedOn, ...sheet } = draft.value
  const input = sheetInputOf(sheet, view)
  const change = useMove(
    claimId,
    (body: { input: SheetInput; note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/sheets', { params: at(claimId, key), body: body as never })),
    draft.over(done),
  )
  const bought = policy.terms.coverages as readonly CoverageTerms[]
  const addable: readonly (CoverageTerms | { readonly coverage: CoverageCode })[] = [
    ...bought,
    ...(bought.some(({ coverage }) => coverage === 'thirdParty') &&
    !bought.some(({ coverage }) => coverage === 'compulsoryMotor')
      ? [{ coverage: 'compulsoryMotor' as const }]
      : []),
  ].filter(({ coverage }) => !sheet.coverages.some((one) => one.coverage === coverage))
  const empty = sheet.coverages.length === 0 || sheet.coverages.some(({ lines }) => lines?.length === 0)
  return (
    <ActionForm
      act={t('claim:sheet.save', { version: newest + 1 })}
      pending={change.isPending}
      error={null}
      missing={empty ? t('claim:sheet.empty') : null}
      send={() => change.mutate({ input, ...noted(note) })}
    >
      {newest > basedOn && <OtherVersion view={view} basedOn={basedOn} />}
      {sheet.coverages.some(({ coverage }) => isMotor(coverage)) && (
        <MotorFacts sheet={sheet} parties={parties} change={draft.change} />
      )}
      {sheet.coverages.map((edited, index) => (
        <CoverageCard
          key={`${edited.coverage} ${index}`}
          edited={edited}
          parties={parties}
          change={(next) =>
            draft.change({ coverages: sheet.coverages.map((one, place) => (place === index ? next : one)) })
          }
          remove={() => draft.change({ coverages: sheet.coverages.filter((_, place) => place !== index) })}
        />
      ))}
      {addable.length > 0 && (
        <Select
          label={t('claim:sheet.addCoverage')}
          value=""
          empty={t('claim:choose')}
          options={addable.map(({ coverage }) => ({
            value: coverage,
            name: t(`claim:coverage.${coverage}`),
          }))}
          change={(code) => {
            const chosen = addable.find(({ coverage }) => coverage === code)
            if (chosen !== undefined)
              draft.change({ coverages: [...sheet.coverages, beginCoverage(chosen, view)] })
          }}
        />
      )}
      <Area label={t('claim:sheet.note')} value={note} change={(value) => draft.change({ note: value })} />
      <Preview input={input} />
      <SheetProblem error={change.error} />
    </ActionForm>
  )
}

/** Somebody has saved another version since this form was opened. */
function OtherVersion({
  view: { claim, people },
  basedOn,
}: {
  readonly view: FormProps['view']
  readonly basedOn: number
}) {
  const t = useText()
  const mine = claim.sheets.find(({ version }) => version === basedOn)
  const other = newestSheet(claim)
  if (other === undefined) return null
  const by = people.find(({ personId }) => personId === other.authorId)?.name ?? ''
  return (
    <div className="cl-warning" role="status">
      <p>{t('claim:sheet.other', { version: other.version, by })}</p>
      <p>
        {t('claim:sheet.version', { version: other.version })} <Money minor={other.payableMinor} />
        {mine !== undefined && (
          <>
            {' · '}
            {t('claim:sheet.version', { version: mine.version })} <Money minor={mine.payableMinor} />
          </>
        )}
      </p>
    </div>
  )
}

/** What would be paid by what is entered so far: the same engine, and nothing is kept. */
function Preview({ input }: { readonly input: SheetInput }) {
  const t = useText()
  const settled = useSettled(JSON.stringify(input))
  const preview = useQuery({
    queryKey: ['calculation', settled],
    queryFn: async () => {
      const body = { input: JSON.parse(settled) as never }
      return (await answer(api.POST('/calculations', { body }))) as unknown as CalculatedSheet
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="cl-preview" aria-live="polite">
      {preview.isSuccess && preview.data.outcome === 'calculated' && (
        <>
          {t('claim:sheet.preview')} <Money minor={preview.data.payableMinor} words />
        </>
      )}
      {preview.isError && <SheetProblem error={preview.error} />}
    </div>
  )
}

/** What contradicts what, line by line. */
function SheetProblem({ error }: { readonly error: unknown }) {
  const t = useText()
  const say = useSay()
  if (!(error instanceof Problem) || error.code !== 'sheetFaults') return <ProblemLine error={error} />
  const faults = (error.details['faults'] ?? []) as readonly (Partial<AdjustmentFault> & {
    readonly policy?: unknown
    readonly sheet?: unknown
  })[]
  return (
    <div className="lp-error" role="alert">
      {say(error.text)}
      <ul>
        {faults.map(({ path = '', text, policy, sheet }) => (
          <li key={path}>
            <code>{path}</code>{' '}
            {text === undefined
              ? t('claim:sheet.againstPolicy', { policy: String(policy), sheet: String(sheet) })
              : say(text)}
          </li>
        ))}
      </ul>
    </div>
  )
}
