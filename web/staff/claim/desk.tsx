import { useNavigate } from '@tanstack/react-router'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { formatTerm } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { AcceptForm, FactsForm, RejectForm } from './forms/acceptance-forms.tsx'
import { AccountForm } from './forms/account-form.tsx'
import { ChangedMeanwhile } from './forms/changed-meanwhile.tsx'
import { ContactForm } from './forms/contact-form.tsx'
import { DispatchForm } from './forms/dispatch-form.tsx'
import type { FormProps } from './forms/form-props.ts'
import {
  AgreementForm,
  ProposeForm,
  ReleaseForm,
  ReopenForm,
  SuspenseForm,
  WithdrawForm,
} from './forms/noted-forms.tsx'
import { NoticeForm } from './forms/notice-form.tsx'
import { UploadForm, WaiveForm } from './forms/paper-forms.tsx'
import { PartyForm } from './forms/party-form.tsx'
import { ReserveForm } from './forms/reserve-form.tsx'
import { ReassignForm } from './forms/reassign-form.tsx'
import { ReviewForm } from './forms/review-form.tsx'
import { RepayForm, SettleForm } from './forms/settle-form.tsx'
import { type MoveName, movesOf, nextMove, waitingSettlement } from './moves.ts'
import type { ClaimView } from './queries.ts'
import { SheetForm } from './sheet/sheet-form.tsx'

/** What has a page of its own, where there is more to be seen than fits into a form. */
type Elsewhere = 'visit' | 'decide'
type FormName = Exclude<MoveName, Elsewhere>

const forms: Readonly<Record<FormName, ComponentType<FormProps>>> = {
  contact: ContactForm,
  review: ReviewForm,
  notice: NoticeForm,
  facts: FactsForm,
  accept: AcceptForm,
  reject: RejectForm,
  dispatch: DispatchForm,
  sheet: SheetForm,
  propose: ProposeForm,
  agreement: AgreementForm,
  account: AccountForm,
  settle: SettleForm,
  release: ReleaseForm,
  repay: RepayForm,
  suspense: SuspenseForm,
  upload: UploadForm,
  reserve: ReserveForm,
  party: PartyForm,
  waive: WaiveForm,
  reassign: ReassignForm,
  withdraw: WithdrawForm,
  reopen: ReopenForm,
}

interface DeskProps {
  readonly view: ClaimView
  readonly personId: string
}

/** What is next as the one primary button, what else can be done beside it, and the form of what was chosen. */
export function Desk({ view, personId }: DeskProps) {
  const t = useText()
  const navigate = useNavigate()
  const [open, setOpen] = useState<{
    readonly name: FormName
    readonly since: number
  } | null>(null)
  const sequence = view.events.at(-1)?.sequence ?? 0
  const moves = movesOf(view)
  const next = nextMove(view, personId)
  const choose = (name: MoveName) => {
    const { claimId, claim } = view
    const settlementId = waitingSettlement(claim)?.id
    if (name === 'visit') void navigate({ to: '/visits/$claimId', params: { claimId } })
    else if (name !== 'decide') setOpen({ name, since: sequence })
    else if (settlementId !== undefined)
      void navigate({ to: '/to-decide/$claimId/$settlementId', params: { claimId, settlementId } })
  }
  const hindered = moves.flatMap(({ name, hindrance }) => (hindrance === null ? [] : [{ name, hindrance }]))
  return (
    <section className="cl-desk lp-no-print" aria-label={t('claim:desk.title')}>
      <div className="cl-moves">
        {next === null ? (
          <Waiting view={view} />
        ) : (
          <button
            type="button"
            className="lp-main-button"
            aria-expanded={open?.name === next}
            onClick={() => choose(next)}
          >
            {t(`claim:act.${next}`)}
          </button>
        )}
        {moves
          .filter(({ name, hindrance }) => hindrance === null && name !== next)
          .map(({ name }) => (
            <button
              key={name}
              type="button"
              className="cl-other"
              aria-expanded={open?.name === name}
              onClick={() => choose(name)}
            >
              {t(`claim:act.${name}`)}
            </button>
          ))}
      </div>
      {hindered.length > 0 && (
        <ul className="cl-hindered">
          {hindered.map(({ name, hindrance }) => (
            <li key={name}>
              {t('claim:about', {
                what: t(`claim:act.${name}`),
                about: t(`claim:hindrance.${hindrance}`),
              })}
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <Opened
          key={open.name}
          name={open.name}
          since={open.since}
          gone={moves.every(({ name }) => name !== open.name)}
          view={view}
          close={() => setOpen(null)}
        />
      )}
    </section>
  )
}

interface OpenedProps {
  readonly name: FormName
  /** The newest event when the form was opened. */
  readonly since: number
  /** Whether it is no longer the reader's: the claim has gone on, or has gone to somebody else. */
  readonly gone: boolean
  readonly view: ClaimView
  readonly close: () => void
}

function Opened({ name, since, gone, view, close }: OpenedProps) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const Form = forms[name]
  return (
    <div className="cl-opened">
      <div className="cl-opened-head">
        <h2 ref={heading} tabIndex={-1}>
          {t(`claim:act.${name}`)}
        </h2>
        <button type="button" className="lp-quiet-button" onClick={close}>
          {t('claim:desk.close')}
        </button>
      </div>
      <ChangedMeanwhile view={view} since={since} />
      {gone && (
        <div className="cl-warning" role="alert">
          <p>{t('claim:desk.gone')}</p>
          <Waiting view={view} />
        </div>
      )}
      <Form view={view} done={close} />
    </div>
  )
}

/** Nothing to do for the reader: who has it, and until when. */
function Waiting({ view: { claim, people } }: { readonly view: ClaimView }) {
  const t = useText()
  const language = useLanguage()
  const [task] = claim.tasks
  if (task === undefined) return <p>{t('claim:desk.nothing')}</p>
  const due = task.clockKey === null ? undefined : claim.clocks[task.clockKey]?.clock.dueAt
  const who =
    people.find(({ personId }) => personId === task.assigneeId)?.name ?? t(`blocks:role.${task.role}`)
  return (
    <p>
      {t('claim:desk.waiting', {
        what: t(`handler:task.${task.kind}`),
        who: due === undefined ? who : t('claim:desk.until', { who, term: formatTerm(due, language) }),
      })}
    </p>
  )
}
