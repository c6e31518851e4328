import '../settlement/settlement.css'
import './fast-track.css'
import { useQuery } from '@tanstack/react-query'
import { Failed, Loading } from '../../blocks/states.tsx'
import { meQuery } from '../../http/queries.ts'
import { useText } from '../../language/language.ts'
import { Limits } from './limits.tsx'
import { stateQuery } from './queries.ts'
import { Samples } from './samples.tsx'
import { SampleShare, Switch, SwitchForm, SwitchHistory } from './switch.tsx'

/** What software may settle alone: the switch that stops it at once, its limits, and what is looked at afterwards. */
export function FastTrackPage() {
  const t = useText()
  const state = useQuery(stateQuery)
  const { data: me } = useQuery(meQuery)
  const has = (...roles: readonly string[]) => me?.roles.some(({ role }) => roles.includes(role)) === true
  const operates = has('approver', 'administrator')
  return (
    <>
      <h1>{t('fast-track:title')}</h1>
      <p>{t('fast-track:what')}</p>
      {state.isPending && <Loading lines={6} />}
      {state.isError && <Failed error={state.error} again={() => void state.refetch()} />}
      {state.isSuccess && (
        <>
          <Switch state={state.data} />
          {operates && <SwitchForm state={state.data} />}
          <Limits edits={has('administrator')} />
          <h2>{t('fast-track:audit.title')}</h2>
          <SampleShare state={state.data} operates={operates} />
          <Samples reviews={has('approver')} opens={has('approver', 'auditor')} />
          <SwitchHistory state={state.data} />
        </>
      )}
    </>
  )
}
