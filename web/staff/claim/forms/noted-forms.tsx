/** Decisions that need nothing but a word why. */
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Money } from '../../../blocks/money.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { newestSheet, releasable, suspended } from '../moves.ts'
import { ActionForm, Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, noted, useMove } from './use-move.ts'

function useNote(name: string) {
  const draft = useDraft(name, { note: '' })
  return { note: draft.value.note, set: (note: string) => draft.change({ note }), over: draft.over }
}

export function WithdrawForm({ view: { claimId }, done }: FormProps) {
  const t = useText()
  const { note, set, over } = useNote(`${claimId}.withdraw`)
  const change = useMove(
    claimId,
    (body: { note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/withdrawal', { params: at(claimId, key), body })),
    over(done),
  )
  return (
    <ActionForm
      act={t('claim:act.withdraw')}
      pending={change.isPending}
      error={change.error}
      missing={note.trim() === '' ? t('claim:reasonMissing') : null}
      send={() => change.mutate(noted(note))}
    >
      <p>{t('claim:withdraw.what')}</p>
      <Area label={t('claim:reason')} value={note} change={set} />
    </ActionForm>
  )
}

export function ReopenForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const { note, set, over } = useNote(`${claimId}.reopen`)
  const change = useMove(
    claimId,
    (body: { note: string }, key) =>
      answer(api.POST('/claims/{claimId}/reopening', { params: at(claimId, key), body })),
    over(done),
  )
  return (
    <ActionForm
      act={t('claim:act.reopen')}
      pending={change.isPending}
      error={change.error}
      missing={note.trim() === '' ? t('claim:reasonMissing') : null}
      send={() => change.mutate({ note: note.trim() })}
    >
      <p>{t('claim:reopen.what', { stage: t(`blocks:stage.${claim.closedFrom ?? claim.stage}`) })}</p>
      <Area label={t('claim:reason')} value={note} change={set} />
    </ActionForm>
  )
}

/** The newest figure goes to the customer for their answer. */
export function ProposeForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const sheet = newestSheet(claim)
  const { note, set, over } = useNote(`${claimId}.propose`)
  const change = useMove(
    claimId,
    ({ version, ...body }: { version: number; sheetHash: string; note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/sheets/{version}/proposal', {
          params: { ...at(claimId, key), path: { claimId, version } },
          body,
        }),
      ),
    over(done),
  )
  if (sheet === undefined) return null
  return (
    <ActionForm
      act={t('claim:act.propose')}
      pending={change.isPending}
      error={change.error}
      send={() => change.mutate({ version: sheet.version, sheetHash: sheet.hash, ...noted(note) })}
    >
      <p>
        {t('claim:propose.what', { version: sheet.version })} <Money minor={sheet.payableMinor} words />
      </p>
      <Area label={t('claim:note')} value={note} change={set} />
    </ActionForm>
  )
}

/** The customer has agreed on the telephone or on paper. */
export function AgreementForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const sheet = newestSheet(claim)
  const { note, set, over } = useNote(`${claimId}.agreement`)
  const change = useMove(
    claimId,
    ({ version, ...body }: { version: number; sheetHash: string; note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/sheets/{version}/recorded-agreement', {
          params: { ...at(claimId, key), path: { claimId, version } },
          body,
        }),
      ),
    over(done),
  )
  if (sheet === undefined) return null
  return (
    <ActionForm
      act={t('claim:act.agreement')}
      pending={change.isPending}
      error={change.error}
      missing={note.trim() === '' ? t('claim:agreement.how') : null}
      send={() => change.mutate({ version: sheet.version, sheetHash: sheet.hash, ...noted(note) })}
    >
      <p>
        {t('claim:agreement.what', { version: sheet.version })} <Money minor={sheet.payableMinor} words />
      </p>
      <Area label={t('claim:agreement.note')} value={note} change={set} />
    </ActionForm>
  )
}

/** Lets approved money go. Who approved, proposed or calculated it does not. */
export function ReleaseForm({ view: { claimId, claim, parties }, done }: FormProps) {
  const t = useText()
  const settlement = releasable(claim)
  const { note, set, over } = useNote(`${claimId}.release`)
  const change = useMove(
    claimId,
    ({ settlementId, ...body }: { settlementId: string; hash: string; note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/settlements/{settlementId}/release', {
          params: { ...at(claimId, key), path: { claimId, settlementId } },
          body,
        }),
      ),
    over(done),
  )
  if (settlement === undefined) return null
  return (
    <ActionForm
      act={t('claim:act.release')}
      pending={change.isPending}
      error={change.error}
      send={() => change.mutate({ settlementId: settlement.id, hash: settlement.hash, ...noted(note) })}
    >
      <p>
        {t('claim:release.what')} <Money minor={settlement.amountMinor} words />
      </p>
      <ul className="cl-plain">
        {settlement.payees.map(({ partyId, amountMinor }) => {
          const party = parties.find((one) => one.partyId === partyId)
          return (
            <li key={partyId}>
              {party?.name} · {party?.account?.bankName} {party?.account?.number} ·{' '}
              <Money minor={amountMinor} />
            </li>
          )
        })}
      </ul>
      <Area label={t('claim:note')} value={note} change={set} />
    </ActionForm>
  )
}

/** What became of a payment in doubt: one proposes, another confirms the same. */
export function SuspenseForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const intent = suspended(claim)
  const draft = useDraft(`${claimId}.suspense`, { outcome: '', note: '' })
  const { outcome, note } = draft.value
  const change = useMove(
    claimId,
    ({ intentId, ...body }: { intentId: string; outcome: 'paid' | 'failed'; note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/payments/{intentId}/suspense-resolution', {
          params: { ...at(claimId, key), path: { claimId, intentId } },
          body,
        }),
      ),
    draft.over(done),
  )
  if (intent === undefined) return null
  const proposal = intent.suspense?.proposal ?? null
  return (
    <ActionForm
      act={t('claim:act.suspense')}
      pending={change.isPending}
      error={change.error}
      missing={outcome === '' || note.trim() === '' ? t('claim:suspense.missing') : null}
      send={() =>
        change.mutate({
          intentId: intent.id,
          outcome: outcome === 'paid' ? 'paid' : 'failed',
          ...noted(note),
        })
      }
    >
      <p>
        <CaseNumber>{intent.ref}</CaseNumber> · <Money minor={intent.amountMinor} />
      </p>
      {proposal !== null && (
        <p>{t('claim:suspense.proposed', { outcome: t(`claim:intent.${proposal.outcome}`) })}</p>
      )}
      <Select
        label={t('claim:suspense.outcome')}
        value={outcome}
        empty={t('claim:choose')}
        options={['paid', 'failed'].map((value) => ({ value, name: t(`claim:intent.${value}`) }))}
        change={(value) => draft.change({ outcome: value })}
      />
      <Area label={t('claim:suspense.note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
