import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import type { CoverageTerms } from '../../../../domain/policy/terms.ts'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useSay, useText } from '../../../language/language.ts'
import { ActionForm, Area, Select } from '../forms/form-kit.tsx'
import type { FormProps } from '../forms/form-props.ts'
import { useDraft } from '../forms/use-draft.ts'
import { at, noted, useMove } from '../forms/use-move.ts'
import { newestSheet } from '../moves.ts'
import { sheetQuery } from '../queries.ts'
import {
  basisOf,
  beginCoverage,
  beginSheet,
  continueSheet,
  type EditedCoverage,
  type EditedSheet,
  isMotor,
  isWithoutLoss,
  sheetInputOf,
} from './begin-sheet.ts'
import { CoverageCard } from './coverage-card.tsx'
import { DelayFields } from './delay-fields.tsx'
import { Dispute } from './dispute.tsx'
import { withFact } from './fact-fields.tsx'
import { OtherAccidents, TakeOver } from './limit-taken.tsx'
import { MotorFacts } from './motor-facts.tsx'
import { OtherVersion } from './other-version.tsx'
import { paymentsOf } from './payments-of.ts'
import { Preview } from './preview.tsx'
import { SheetProblem } from './sheet-problem.tsx'
import { sheetReasons } from './sheet-reasons.ts'

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

/** A coverage that can be calculated; that of the other compulsory policy is not among the terms. */
type Sold = Pick<CoverageTerms, 'coverage' | 'subject'>

/** The terms of what is edited: of several property parts those of its subject, else those for all that is insured. */
function termsOf<T extends Sold>(sold: readonly T[], edited: EditedCoverage): T | undefined {
  const found = sold.filter(({ coverage }) => coverage === edited.coverage)
  return (
    found.find(({ subject }) => subject === edited['subject']) ??
    found.find(({ subject }) => subject === undefined)
  )
}

/** What can still be added; parts without a subject of their own can be several. */
function addableOf(sold: readonly Sold[], coverages: readonly EditedCoverage[]): readonly Sold[] {
  const taken = new Set(coverages.map((edited) => termsOf(sold, edited)))
  return sold.filter((one) => !taken.has(one) || (one.coverage === 'property' && one.subject === undefined))
}

function Editor({ view, done, basis, opened }: EditorProps) {
  const t = useText()
  const say = useSay()
  const { claimId, claim, policy, parties } = view
  const before = newestSheet(claim)
  const newest = before?.version ?? 0
  const draft = useDraft<EditedSheet & { note: string; reason: string; basedOn: number }>(
    `${claimId}.sheet`,
    {
      ...basis,
      note: '',
      reason: '',
      basedOn: opened,
    },
  )
  const { note, reason, basedOn, ...sheet } = draft.value
  const standsOn = basisOf(view)
  const papers = claim.checklist.flatMap(({ label, documentIds }) =>
    documentIds.map((documentId, index) => ({
      documentId,
      name: `${say(label)} ${index + 1}`.slice(0, 64),
    })),
  )
  const input = sheetInputOf(sheet, standsOn)
  const change = useMove(
    claimId,
    (body: { input: SheetInput; reason?: string; note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/sheets', { params: at(claimId, key), body: body as never })),
    draft.over(done),
  )
  const keep = (name: string, value: unknown) =>
    draft.change({ kept: withFact(sheet.kept ?? {}, name, value) })
  const bought = policy.terms.coverages as readonly CoverageTerms[]
  const sold: readonly Sold[] = [
    ...bought,
    ...(bought.some(({ coverage }) => coverage === 'thirdParty') &&
    !bought.some(({ coverage }) => coverage === 'compulsoryMotor')
      ? [{ coverage: 'compulsoryMotor' as const }]
      : []),
  ]
  const addable = addableOf(sold, sheet.coverages)
  const empty =
    sheet.coverages.length === 0 || sheet.coverages.some((one) => isWithoutLoss(one, sheet.coverages))
  // What a customer did not accept is not changed, or left as it was, without a word.
  const owesReason = before?.agreement?.outcome === 'disputed'
  const wasShown = claim.sheets.some(({ proposedAt }) => proposedAt !== null)
  const missing = missingOf({
    empty,
    owesWhy: wasShown && reason === '',
    owesReason: owesReason && note.trim() === '',
  })
  return (
    <ActionForm
      act={t('claim:sheet.save', { version: newest + 1 })}
      pending={change.isPending}
      error={null}
      missing={missing === null ? null : t(`claim:sheet.${missing}`)}
      send={() => change.mutate({ input, ...(wasShown ? { reason } : {}), ...noted(note) })}
    >
      {newest > basedOn && <OtherVersion view={view} basedOn={basedOn} />}
      <Dispute view={view} version={newest} input={input} />
      {sheet.coverages.some(({ coverage }) => isMotor(coverage)) && (
        <MotorFacts sheet={sheet} parties={parties} change={draft.change} />
      )}
      {sheet.coverages.map((edited, index) => (
        <CoverageCard
          key={`${edited.coverage} ${index}`}
          edited={edited}
          bought={termsOf(bought, edited)}
          parties={parties}
          papers={papers}
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
          options={addable.map(({ coverage, subject }, index) => ({
            value: String(index),
            name: `${t(`claim:coverage.${coverage}`)}${subject === undefined ? '' : ` · ${t(`claim:subject.${subject}`)}`}`,
          }))}
          change={(index) => {
            const chosen = addable[Number(index)]
            if (index !== '' && chosen !== undefined)
              draft.change({ coverages: [...sheet.coverages, beginCoverage(chosen, standsOn)] })
          }}
        />
      )}
      <OtherAccidents
        error={change.error}
        coverages={sheet.coverages}
        stated={sheet.kept?.otherAccidents ?? []}
        change={(stated) => keep('otherAccidents', stated.length === 0 ? undefined : stated)}
      />
      <DelayFields
        delay={sheet.kept?.delay}
        parties={parties}
        payments={paymentsOf(claim)}
        change={(delay) => keep('delay', delay)}
      />
      {wasShown && (
        <Select
          label={t('claim:sheet.why')}
          value={reason}
          empty={t('claim:choose')}
          options={sheetReasons.map((value) => ({ value, name: t(`blocks:sheetReason.${value}`) }))}
          change={(value) => draft.change({ reason: value })}
        />
      )}
      <Area
        label={t(
          owesReason ? 'claim:sheet.reason' : wasShown ? 'claim:sheet.noteForCustomer' : 'claim:sheet.note',
        )}
        value={note}
        change={(value) => draft.change({ note: value })}
      />
      <Preview input={input} coverages={sheet.coverages} />
      <SheetProblem error={change.error} coverages={sheet.coverages} />
      <TakeOver
        error={change.error}
        coverages={sheet.coverages}
        change={(coverages) => draft.change({ coverages })}
      />
    </ActionForm>
  )
}

interface Owing {
  readonly empty: boolean
  readonly owesWhy: boolean
  readonly owesReason: boolean
}

/** What has to be said before it can be saved, the first of it. */
function missingOf({ empty, owesWhy, owesReason }: Owing): string | null {
  if (empty) return 'empty'
  if (owesWhy) return 'whyMissing'
  return owesReason ? 'reasonMissing' : null
}
