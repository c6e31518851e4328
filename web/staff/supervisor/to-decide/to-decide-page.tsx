import '../../settlement/settlement.css'
import { Link } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useState } from 'react'
import { useText } from '../../../language/language.ts'
import type { WaitingView } from '../../settlement/queries.ts'
import { WaitingList } from '../../settlement/waiting-list.tsx'

const views = ['mine', 'team'] as const satisfies readonly WaitingView[]

/** What waits for an approval: in one's own hands first, then everything of the branch. */
export function ToDecidePage() {
  const t = useText()
  const [view, setView] = useState<WaitingView>('mine')
  return (
    <>
      <h1>{t('supervisor:toDecide.title')}</h1>
      <Tabs
        activeKey={view}
        onChange={(key) => setView(key as WaitingView)}
        items={views.map((key) => ({ key, label: t(`supervisor:toDecide.view.${key}`) }))}
      />
      <WaitingList
        kind="decideApproval"
        view={view}
        empty={t('supervisor:toDecide.empty')}
        emptyHint={t('supervisor:toDecide.emptyHint')}
        link={({ claimId, asked }, name) =>
          asked === null ? (
            name
          ) : (
            <Link
              to="/to-decide/$claimId/$settlementId"
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
