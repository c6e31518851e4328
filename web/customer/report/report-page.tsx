import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouteContext, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Empty, Failed, Loading } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { type OwnPolicy, ownPoliciesQuery } from '../home/queries.ts'
import { useUploads } from '../uploads/upload-queue.ts'
import { CheckStep } from './check-step.tsx'
import { emptyDraft, isBegun, useDraft } from './draft.ts'
import { PicturesStep } from './pictures-step.tsx'
import { WhatStep } from './what-step.tsx'

/** A loss reported in three steps; what is filled in stays on the telephone until it is sent. */
export function ReportPage() {
  const t = useText()
  const { personId } = useRouteContext({ from: '/shell' })
  const policies = useQuery(ownPoliciesQuery)
  if (policies.data === undefined) {
    if (policies.isError) return <Failed error={policies.error} again={() => void policies.refetch()} />
    return <Loading lines={8} />
  }
  if (policies.data.policies.length === 0)
    return <Empty title={t('customer:home.noPolicies')} hint={t('customer:report.noPolicy')} />
  return <Report personId={personId} policies={policies.data.policies} />
}

interface ReportProps {
  readonly personId: string
  readonly policies: readonly OwnPolicy[]
}

const steps = [1, 2, 3] as const

function Report({ personId, policies }: ReportProps) {
  const t = useText()
  const { step = 1, policy: asked } = useSearch({ from: '/shell/report' })
  const navigate = useNavigate()
  const [draft, fill] = useDraft(personId)
  const [returned, setReturned] = useState(() => isBegun(draft))
  const chosen = policies.find(({ policyId }) => policyId === (draft.policyId ?? asked)) ?? firstOf(policies)
  const pictures = useUploads().filter(({ claimId }) => claimId === null)
  useEffect(() => {
    scrollTo(0, 0)
  }, [step])
  const go = (to: 1 | 2 | 3) => void navigate({ to: '/report', search: { step: to } })
  const parts = { draft, fill, policy: chosen }
  // Whoever comes to a later step without the first begins there.
  const shown = draft.cause === null ? 1 : step
  return (
    <>
      <h1>{t('customer:home.report')}</h1>
      <ol className="my-report-steps">
        {steps.map((one) => (
          <li key={one} aria-current={one === shown ? 'step' : undefined}>
            {t(`customer:report.step.${one}`)}
          </li>
        ))}
      </ol>
      {shown === 1 && returned && (
        <p className="my-kept" role="status">
          {t('customer:report.kept')}{' '}
          <button
            type="button"
            className="lp-quiet-button"
            onClick={() => {
              fill(emptyDraft)
              setReturned(false)
            }}
          >
            {t('customer:report.anew')}
          </button>
        </p>
      )}
      {shown === 1 && <WhatStep {...parts} policies={policies} next={() => go(2)} />}
      {shown === 2 && <PicturesStep {...parts} pictures={pictures} next={() => go(3)} back={() => go(1)} />}
      {shown === 3 && (
        <CheckStep
          {...parts}
          personId={personId}
          pictures={pictures}
          back={() => go(2)}
          change={() => go(1)}
        />
      )}
    </>
  )
}

/** A policy that runs, before one that has ended. */
function firstOf(policies: readonly OwnPolicy[]): OwnPolicy {
  const running = policies.find(isRunning) ?? policies[0]
  if (running === undefined) throw new Error('There is no policy to report under')
  return running
}

function isRunning({ cancelled, inceptionAt, expiryAt }: OwnPolicy): boolean {
  const now = Date.now()
  return !cancelled && Date.parse(inceptionAt) <= now && now < Date.parse(expiryAt)
}
