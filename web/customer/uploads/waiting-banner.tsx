import { useText } from '../../language/language.ts'
import { useOnline } from '../kept/use-online.ts'
import { useUploads } from './upload-queue.ts'

/** Says that there is no network, and how much still waits to be sent; nothing when all is well. */
export function WaitingBanner() {
  const t = useText()
  const online = useOnline()
  const waiting = useUploads().filter(
    ({ state, claimId }) => claimId !== null && (state === 'waiting' || state === 'sending'),
  ).length
  if (online && waiting === 0) return null
  return (
    <p className="my-offline" role="status">
      {!online && <>{t('customer:shell.offline')} </>}
      {waiting > 0 && t('customer:shell.waiting', { count: waiting })}
    </p>
  )
}
