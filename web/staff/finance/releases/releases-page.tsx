import '../../settlement/settlement.css'
import { Link } from '@tanstack/react-router'
import { Empty } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { WaitingList } from '../../settlement/waiting-list.tsx'
import { LaneLine } from '../pay-lane/lane-line.tsx'

/** Approved settlements of the branch that nobody has released yet. */
export function ReleasesPage() {
  const t = useText()
  return (
    <>
      <h1>{t('finance:releases.title')}</h1>
      <LaneLine />
      <WaitingList
        kind="releasePayment"
        view="team"
        empty={<Empty title={t('finance:releases.empty')} hint={t('finance:releases.emptyHint')} />}
        link={({ claimId, asked }, name) =>
          asked === null ? (
            name
          ) : (
            <Link
              to="/releases/$claimId/$settlementId"
              params={{ claimId, settlementId: asked.settlementId }}
            >
              {name}
            </Link>
          )
        }
      />
    </>
  )
}
