import type { Text } from '../../../domain/text.ts'
import { formatMoney } from '../../blocks/money.tsx'
import { useSay, useText, type Words } from '../../language/language.ts'
import type { Claim, ClaimView } from './queries.ts'

export type ClaimEvent = ClaimView['events'][number]

type Say = ReturnType<typeof useSay>

/** What happened, with what it was about and what came of it: the stage, the paper, the version, the amount. */
export function useEventWords({ checklist }: Claim): (event: ClaimEvent) => string {
  const t = useText()
  const say = useSay()
  return (event) => eventWords(event, checklist, t, say)
}

export function eventWords(
  event: Pick<ClaimEvent, 'type' | 'toStage' | 'data'>,
  checklist: Claim['checklist'],
  t: Words,
  say: Say,
): string {
  const what = t(isOpening(event) ? 'claim:event.reserveSet' : `claim:event.${event.type}`)
  const subject = subjectOf(event, checklist, t, say)
  const about = [subject, outcomeOf(event, t, say)].filter((part) => part !== null).join(' · ')
  return about === '' ? what : t('claim:about', { what, about })
}

/** Before a claim there is no reserve: the first is set, not revised. */
const isOpening = ({ type, data }: Pick<ClaimEvent, 'type' | 'data'>) =>
  type === 'reserveRevised' && data['reason'] === 'opened'

function subjectOf(
  { toStage, data }: Pick<ClaimEvent, 'toStage' | 'data'>,
  checklist: Claim['checklist'],
  t: Words,
  say: Say,
): string | null {
  const { item, version } = data as { readonly item?: unknown; readonly version?: unknown }
  const line = checklist.find((one) => one.item === item)
  if (line !== undefined) return say(line.label)
  if (typeof version === 'number') return t('claim:sheet.version', { version })
  return toStage === null ? null : t(`blocks:stage.${toStage}`)
}

interface Outcomes {
  readonly state: 'accepted' | 'refused' | 'wanted'
  readonly part: 'indemnity' | 'expense'
  readonly from: number
  readonly to: number
  readonly level: number
  readonly approval: { readonly level: number }
  readonly reason: Text
  readonly outcome: string
  readonly status: string
}

/** What came of it, of the events that say so. */
function outcomeOf({ type, data }: Pick<ClaimEvent, 'type' | 'data'>, t: Words, say: Say): string | null {
  const said = data as unknown as Outcomes
  switch (type) {
    case 'documentReviewed':
      return t(`claim:itemState.${said.state}`)
    case 'reserveRevised':
      if (isOpening({ type, data })) return `${t(`claim:reserve.${said.part}`)} ${formatMoney(said.to)}`
      return `${t(`claim:reserve.${said.part}`)} ${formatMoney(said.from)} → ${formatMoney(said.to)}`
    case 'levelOpened':
      // A referral opens the level before anew: nothing that people would count.
      return said.level === 0 ? null : t('settlement:chain.level', { level: said.level })
    case 'settlementDecided':
      return t('settlement:chain.level', { level: said.approval.level })
    case 'surveyNeedAssessed':
      return say(said.reason)
    case 'sheetAnswered':
      return t(`claim:agreementState.${said.outcome}`)
    case 'intentAnswered':
      return t(`claim:intent.${said.status}`)
    case 'claimClosed':
      return t(`claim:outcome.${said.outcome}`)
    default:
      return null
  }
}
