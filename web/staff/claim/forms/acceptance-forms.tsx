/** Whether the loss is covered: what it is judged on, then yes or no. */
import type { CoverageFacts } from '../../../../domain/claim/coverage-facts.ts'
import type {
  CoverageCheckName,
  ExclusionCode,
  RejectionGround,
} from '../../../../domain/rules/vocabulary.ts'
import { answer, api } from '../../../http/client.ts'
import { useSay, useText } from '../../../language/language.ts'
import { Field } from '../../../blocks/field.tsx'
import { checkText, insuredText } from '../insured-person.ts'
import { everyCode } from './every-code.ts'
import { ActionForm, Area, Check, Select, Tristate } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, noted, useMove } from './use-move.ts'

const exclusions = everyCode<ExclusionCode>({
  none: true,
  drunkDriving: true,
  unlicensedDriver: true,
  intentionalAct: true,
  changedUse: true,
  vehicleNotInspected: true,
  racing: true,
  wearAndTear: true,
  warOrNuclear: true,
  preExistingCondition: true,
  other: true,
})

export function FactsForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const draft = useDraft<CoverageFacts & { note: string }>(`${claimId}.facts`, { ...claim.facts, note: '' })
  const { note, ...facts } = draft.value
  const motor = claim.line.startsWith('motor')
  const change = useMove(
    claimId,
    (body: CoverageFacts & { note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/coverage-facts', { params: at(claimId, key), body })),
    draft.over(done),
  )
  return (
    <ActionForm
      act={t('claim:act.facts')}
      pending={change.isPending}
      error={change.error}
      send={() => change.mutate({ ...facts, ...noted(note) })}
    >
      <p className="cl-soft">{t('claim:facts.what')}</p>
      <Tristate
        label={t(insuredText(claim.line))}
        value={facts.objectInsured}
        change={(objectInsured) => draft.change({ objectInsured })}
      />
      {motor && (
        <>
          <Tristate
            label={t('claim:facts.licenceValid')}
            value={facts.licenceValid}
            change={(licenceValid) => draft.change({ licenceValid })}
          />
          <Tristate
            label={t('claim:facts.drunk')}
            value={facts.drunk}
            change={(drunk) => draft.change({ drunk })}
          />
        </>
      )}
      <Select
        label={t('claim:facts.exclusionSuspected')}
        value={facts.exclusionSuspected ?? ''}
        empty={t('claim:known.null')}
        options={exclusions.map((value) => ({ value, name: t(`claim:exclusion.${value}`) }))}
        change={(value) =>
          draft.change({ exclusionSuspected: value === '' ? null : (value as ExclusionCode) })
        }
      />
      <Area label={t('claim:note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}

/** What the panel refers to a person is answered line by line; software lets nothing through by itself. */
export function AcceptForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const say = useSay()
  const { panel } = claim
  const draft = useDraft<{ answers: readonly CoverageCheckName[]; note: string }>(
    `${claimId}.accept.${panel?.run ?? 0}`,
    { answers: [], note: '' },
  )
  const { answers, note } = draft.value
  const referred = panel?.lines.filter(({ result }) => result === 'refer') ?? []
  const change = useMove(
    claimId,
    (body: { panelRun: number; answers: CoverageCheckName[]; note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/acceptance', { params: at(claimId, key), body })),
    draft.over(done),
  )
  if (panel === null) return null
  const open = referred.filter(({ check }) => !answers.includes(check))
  const unexplained = referred.length > 0 && note.trim() === ''
  return (
    <ActionForm
      act={t('claim:act.accept')}
      pending={change.isPending}
      error={change.error}
      missing={open.length > 0 ? t('claim:accept.answer') : unexplained ? t('claim:accept.explain') : null}
      send={() => change.mutate({ panelRun: panel.run, answers: [...answers], ...noted(note) })}
    >
      {referred.length === 0 ? (
        <p>{t('claim:accept.clear')}</p>
      ) : (
        <fieldset className="cl-choices">
          <legend>{t('claim:accept.referred')}</legend>
          {referred.map(({ check, reason }) => (
            <Check
              key={check}
              label={t('claim:about', { what: t(checkText(claim.line, check)), about: say(reason) })}
              checked={answers.includes(check)}
              change={(checked) =>
                draft.change({
                  answers: checked ? [...answers, check] : answers.filter((one) => one !== check),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <Area label={t('claim:note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}

const checks = everyCode<RejectionGround>({
  inForce: true,
  premiumPaid: true,
  waitingPeriod: true,
  insuredObject: true,
  peril: true,
  exclusion: true,
  limitsLeft: true,
  limitation: true,
})

/** A rejection in writing, with clause and reason; an exclusion needs the proof that it was explained. */
export function RejectForm({ view: { claimId, claim, policy }, done }: FormProps) {
  const t = useText()
  const failed = claim.panel?.lines.find(({ result }) => result !== 'pass')
  const draft = useDraft(`${claimId}.reject`, {
    check: failed?.check ?? '',
    clause: failed?.clause ?? '',
    note: '',
  })
  const { check, clause, note } = draft.value
  const change = useMove(
    claimId,
    (body: { check: RejectionGround; clause: string; note: string }, key) =>
      answer(api.POST('/claims/{claimId}/rejection', { params: at(claimId, key), body })),
    draft.over(done),
  )
  const unproven = check === 'exclusion' && policy.terms.disclosureProof === undefined
  const incomplete = check === '' || clause.trim() === '' || note.trim() === ''
  return (
    <ActionForm
      act={t('claim:act.reject')}
      pending={change.isPending}
      error={change.error}
      missing={unproven ? t('claim:reject.unproven') : incomplete ? t('claim:reject.incomplete') : null}
      send={() =>
        change.mutate({ check: check as RejectionGround, clause: clause.trim(), note: note.trim() })
      }
    >
      <p>{t('claim:reject.what')}</p>
      <Select
        label={t('claim:reject.check')}
        value={check}
        empty={t('claim:choose')}
        options={checks.map((value) => ({ value, name: t(checkText(claim.line, value)) }))}
        change={(value) =>
          draft.change({
            check: value,
            clause:
              value === 'limitation'
                ? '《保险法》第二十六条'
                : (claim.panel?.lines.find((line) => line.check === value)?.clause ?? clause),
          })
        }
      />
      <Field
        label={t('claim:reject.clause')}
        value={clause}
        onChange={(event) => draft.change({ clause: event.target.value })}
      />
      {check === 'exclusion' && !unproven && (
        <p className="cl-soft">
          {t('claim:reject.proof')}{' '}
          <span className="lp-figure">{policy.terms.disclosureProof?.slice(0, 12)}…</span>
        </p>
      )}
      <Area label={t('claim:reject.note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
