import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { Problem } from '../../http/problem.ts'
import { queryClient } from '../../http/queries.ts'
import { useChange } from '../../http/use-change.ts'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import { sendForClaim, type Upload } from '../uploads/upload-queue.ts'
import { ChosenPictures } from './chosen-pictures.tsx'
import { type Draft, forgetDraft } from './draft.ts'
import { FastTrackAskFields } from './fast-track-ask.tsx'
import { Duplicates } from './duplicates.tsx'
import { reportedKey } from './queries.ts'
import { smallClaimOf } from './small-claim.ts'
import type { StepProps } from './what-step.tsx'

interface CheckStepProps extends StepProps {
  readonly personId: string
  readonly pictures: readonly Upload[]
  readonly back: () => void
  readonly change: () => void
}

/** Everything once more in one view, then sent; the pictures go on by themselves afterwards. */
export function CheckStep({ draft, fill, policy, personId, pictures, back, change }: CheckStepProps) {
  const t = useText()
  const navigate = useNavigate()
  const [seen, setSeen] = useState(false)
  const send = useChange({
    send: (body: ReturnType<typeof reportOf>, key) =>
      answer(api.POST('/claims', { params: { header: { 'idempotency-key': key } }, body })),
    stale: [['claims', 'own']],
    done: (reported) => {
      queryClient.setQueryData(reportedKey(reported.claimId), reported)
      sendForClaim(reported.claimId, new Set(reported.checklist.map(({ item }) => item)))
      forgetDraft(personId)
      void navigate({
        to: '/claims/$claimId/reported',
        params: { claimId: reported.claimId },
        replace: true,
      })
    },
  })
  const duplicates =
    send.error instanceof Problem && send.error.code === 'duplicateReport' ? send.error : null
  return (
    <>
      <Summary draft={draft} policy={policy} />
      <p>
        <button type="button" className="lp-quiet-button" onClick={change}>
          {t('customer:report.change')}
        </button>
      </p>
      <ChosenPictures pictures={pictures} />
      <FastTrackAskFields draft={draft} fill={fill} policy={policy} />
      {duplicates !== null && <Duplicates problem={duplicates} seen={seen} setSeen={setSeen} />}
      {duplicates === null && <ProblemLine error={send.error} />}
      {send.error instanceof Problem && send.error.code === 'lossOutsidePolicy' && (
        <p>{t('customer:report.outside')}</p>
      )}
      <p className="my-next">
        <button
          type="button"
          className="lp-main-button"
          disabled={send.isPending || (duplicates !== null && !seen)}
          onClick={() => send.mutate(reportOf(draft, policy, seen))}
        >
          {t(send.isPending ? 'customer:report.sending' : 'customer:report.send')}
        </button>
        <button type="button" className="lp-quiet-button" onClick={back}>
          {t('customer:back')}
        </button>
      </p>
    </>
  )
}

function Summary({ draft, policy }: Pick<StepProps, 'draft' | 'policy'>) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { cause, lossAt, placeText, place, hurt, thirdParty, narrative } = draft
  const where = placeText === '' && place !== null ? t('customer:report.position.known') : placeText
  return (
    <section className="my-card">
      <dl className="my-facts">
        <dt>{t('customer:report.policy')}</dt>
        <dd>{[policy.product, ...policy.objects].map(say).join(' · ')}</dd>
        <dt>{t('customer:report.what')}</dt>
        <dd>{cause === null ? '' : t(`blocks:cause.${cause}`)}</dd>
        <dt>{t('customer:report.when')}</dt>
        <dd>{lossAt === '' ? '' : formatInstant(`${lossAt}+08:00`, language)}</dd>
        {where !== '' && (
          <>
            <dt>{t('customer:report.where')}</dt>
            <dd>{where}</dd>
          </>
        )}
        <dt>{t('customer:report.hurt')}</dt>
        <dd>{hurt === null ? '' : t(`customer:report.hurtBy.${hurt}`)}</dd>
        {thirdParty !== null && (
          <>
            <dt>{t('customer:report.others')}</dt>
            <dd>{t(`customer:report.othersBy.${thirdParty}`)}</dd>
          </>
        )}
        <dt>{t('customer:report.story')}</dt>
        <dd>{narrative}</dd>
      </dl>
    </section>
  )
}

/** Only what was said: nothing is sent for what nobody filled in. */
function reportOf(draft: Draft, { policyId, line }: StepProps['policy'], duplicatesSeen: boolean) {
  const { cause, lossAt, place, hurt, thirdParty } = draft
  const placeText = draft.placeText.trim()
  const smallClaim = smallClaimOf(draft.fastTrack, line)
  if (cause === null) throw new Error('The kind of loss is chosen in the first step')
  return {
    policyId,
    cause,
    lossAt: `${lossAt}+08:00`,
    injury: hurt === 'injury' || hurt === 'death',
    death: hurt === 'death',
    thirdParty: thirdParty ?? false,
    narrative: draft.narrative.trim(),
    ...(placeText === '' ? {} : { placeText }),
    ...(place === null ? {} : { place }),
    ...(smallClaim === undefined ? {} : { smallClaim }),
    ...(duplicatesSeen ? { duplicatesSeen } : {}),
  }
}
