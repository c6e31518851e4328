/** Decisions that need nothing but a word why. */
import type { ReactNode } from 'react'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Money } from '../../../blocks/money.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { bankAndNumber } from '../account-words.ts'
import { newestSheet, releasable, suspended } from '../moves.ts'
import { ActionForm, Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, noted, useMove } from './use-move.ts'

interface NotedFormProps<What> {
  readonly claimId: string
  /** What is decided: names the draft. */
  readonly move: string
  /** What the button does, in a word or two. */
  readonly act: string
  /** Of the word why. */
  readonly label: string
  /** What is said as long as there is no word, where one is needed. */
  readonly needed?: string
  /** What it is decided on, as it was shown. */
  readonly what: What
  readonly send: (input: What & { readonly note?: string }, key: string) => Promise<unknown>
  readonly done: () => void
  /** What is decided, as its person reads it. */
  readonly children: ReactNode
}

function NotedForm<What extends object>(props: NotedFormProps<What>) {
  const { claimId, move, act, label, needed, what, send, done, children } = props
  const draft = useDraft(`${claimId}.${move}`, { note: '' })
  const { note } = draft.value
  const change = useMove(claimId, send, draft.over(done))
  return (
    <ActionForm
      act={act}
      pending={change.isPending}
      error={change.error}
      missing={needed !== undefined && note.trim() === '' ? needed : null}
      send={() => change.mutate({ ...what, ...noted(note) })}
    >
      {children}
      <Area label={label} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}

export function WithdrawForm({ view: { claimId }, done }: FormProps) {
  const t = useText()
  return (
    <NotedForm
      claimId={claimId}
      move="withdraw"
      act={t('claim:act.withdraw')}
      label={t('claim:reason')}
      needed={t('claim:reasonMissing')}
      what={{}}
      send={(body, key) =>
        answer(api.POST('/claims/{claimId}/withdrawal', { params: at(claimId, key), body }))
      }
      done={done}
    >
      <p>{t('claim:withdraw.what')}</p>
    </NotedForm>
  )
}

export function ReopenForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  return (
    <NotedForm
      claimId={claimId}
      move="reopen"
      act={t('claim:act.reopen')}
      label={t('claim:reason')}
      needed={t('claim:reasonMissing')}
      what={{}}
      send={({ note = '' }, key) =>
        answer(api.POST('/claims/{claimId}/reopening', { params: at(claimId, key), body: { note } }))
      }
      done={done}
    >
      <p>{t('claim:reopen.what', { stage: t(`blocks:stage.${claim.closedFrom ?? claim.stage}`) })}</p>
    </NotedForm>
  )
}

/** The newest figure goes to the customer for their answer. */
export function ProposeForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const sheet = newestSheet(claim)
  if (sheet === undefined) return null
  const { version, hash, payableMinor } = sheet
  return (
    <NotedForm
      claimId={claimId}
      move="propose"
      act={t('claim:act.propose')}
      label={t('claim:note')}
      what={{ version, sheetHash: hash }}
      send={({ version: shown, ...body }, key) =>
        answer(
          api.POST('/claims/{claimId}/sheets/{version}/proposal', {
            params: { ...at(claimId, key), path: { claimId, version: shown } },
            body,
          }),
        )
      }
      done={done}
    >
      <p>
        {t('claim:propose.what', { version })} <Money minor={payableMinor} words />
      </p>
    </NotedForm>
  )
}

/** The customer has agreed on the telephone or on paper. */
export function AgreementForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const sheet = newestSheet(claim)
  if (sheet === undefined) return null
  const { version, hash, payableMinor } = sheet
  return (
    <NotedForm
      claimId={claimId}
      move="agreement"
      act={t('claim:act.agreement')}
      label={t('claim:agreement.note')}
      needed={t('claim:agreement.how')}
      what={{ version, sheetHash: hash }}
      send={({ version: shown, ...body }, key) =>
        answer(
          api.POST('/claims/{claimId}/sheets/{version}/recorded-agreement', {
            params: { ...at(claimId, key), path: { claimId, version: shown } },
            body,
          }),
        )
      }
      done={done}
    >
      <p>
        {t('claim:agreement.what', { version })} <Money minor={payableMinor} words />
      </p>
    </NotedForm>
  )
}

/** Lets approved money go. Who approved, proposed or calculated it does not. */
export function ReleaseForm({ view: { claimId, claim, parties }, done }: FormProps) {
  const t = useText()
  const settlement = releasable(claim)
  if (settlement === undefined) return null
  const { id, hash, amountMinor, payees } = settlement
  return (
    <NotedForm
      claimId={claimId}
      move="release"
      act={t('claim:act.release')}
      label={t('claim:note')}
      what={{ settlementId: id, hash }}
      send={({ settlementId, ...body }, key) =>
        answer(
          api.POST('/claims/{claimId}/settlements/{settlementId}/release', {
            params: { ...at(claimId, key), path: { claimId, settlementId } },
            body,
          }),
        )
      }
      done={done}
    >
      <p>
        {t('claim:release.what')} <Money minor={amountMinor} words />
      </p>
      <ul className="cl-plain">
        {payees.map((payee) => {
          const party = parties.find(({ partyId }) => partyId === payee.partyId)
          return (
            <li key={payee.partyId}>
              {party?.name} · {party?.account != null && <>{bankAndNumber(party.account)} · </>}
              <Money minor={payee.amountMinor} />
            </li>
          )
        })}
      </ul>
    </NotedForm>
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
