import '../board.css'
import './pictures.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Shape, type ShapeName } from '../../../blocks/shape.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { ages, type CaseFilter, terms } from '../case-filter.ts'
import { type Board, boardQuery } from '../queries.ts'
import { HeatMap } from './heat-map.tsx'
import { LateCases } from './late-cases.tsx'
import { LateClocks } from './late-clocks.tsx'
import { StageTimes } from './stage-times.tsx'
import { ScopeChoices } from './scope-choices.tsx'
import { useScope } from './use-scope.ts'
import { WaitingMoney } from './waiting-money.tsx'

/** How the reader's claims stand, or a part of them, in pictures; every number leads to its claims. */
export function BoardPage() {
  const t = useText()
  const board = useQuery(boardQuery(useScope()))
  return (
    <>
      <h1>{t('board:board.title')}</h1>
      <ScopeChoices />
      {board.isPending && <Loading lines={8} />}
      {board.isError && <Failed error={board.error} again={() => void board.refetch()} />}
      {board.isSuccess && <Pictures board={board.data} />}
    </>
  )
}

function Pictures({ board }: { readonly board: Board }) {
  const t = useText()
  if (board.open === 0 && board.stageTimes.length === 0)
    return <Empty title={t('board:board.empty')} hint={t('board:board.emptyHint')} />
  return (
    <>
      <div className="bp-figures">
        <Figure shape="triangle" of="late" count={board.late} search={{ term: 'late' }} />
        <Figure shape="square" of="today" count={board.today} search={{ term: 'today' }} />
        <Figure shape="ring" of="open" count={board.open} search={{}} />
      </div>
      <div className="bp-pictures">
        <section className="bp-broad">
          <h2>{t('board:board.byTerm')}</h2>
          <HeatMap
            name="term"
            columns={terms}
            cells={board.byTerm.map(({ stage, term, count }) => ({ stage, column: term, count }))}
          />
        </section>
        <section className="bp-broad">
          <h2>{t('board:board.byAge')}</h2>
          <HeatMap
            name="age"
            columns={ages}
            cells={board.byAge.map(({ stage, age, count }) => ({ stage, column: age, count }))}
          />
        </section>
        {board.late > 0 && (
          <section className="bp-whole">
            <h2>{t('board:board.lateCases')}</h2>
            <LateCases />
          </section>
        )}
        <section>
          <h2>{t('board:board.lateClocks')}</h2>
          <LateClocks late={board.lateClocks} />
        </section>
        <section>
          <h2>{t('board:board.waiting')}</h2>
          <WaitingMoney waiting={board.waiting} />
        </section>
        <section className="bp-broad">
          <h2>{t('board:board.stageTimes')}</h2>
          <StageTimes times={board.stageTimes} />
        </section>
      </div>
    </>
  )
}

interface FigureProps {
  readonly of: 'late' | 'today' | 'open'
  readonly shape: ShapeName
  readonly count: number
  readonly search: CaseFilter
}

function Figure({ of, shape, count, search }: FigureProps) {
  const t = useText()
  const scope = useScope()
  return (
    <Link
      to="/cases"
      search={{ ...scope, ...search }}
      className="bp-figure"
      data-state={count > 0 ? of : 'open'}
    >
      <span>
        <Shape name={shape} size={12} /> {t(`board:board.${of}`)}
      </span>
      <strong>{count}</strong>
    </Link>
  )
}
