import type { ReactNode } from 'react'
import { Problem } from '../http/problem.ts'
import { CaseNumber } from '../blocks/case-number.tsx'
import { ClockBar } from '../blocks/clock-bar.tsx'
import { DecisionForm } from '../blocks/decision-form.tsx'
import { DueChip } from '../blocks/due-chip.tsx'
import { Folded } from '../blocks/folded.tsx'
import { HistoryLine } from '../blocks/history-line.tsx'
import { Masked } from '../blocks/masked.tsx'
import { Money } from '../blocks/money.tsx'
import { PersonChip } from '../blocks/person-chip.tsx'
import { Sheet, type Trace } from '../blocks/sheet.tsx'
import { type PathStep, pathStages, StagePath } from '../blocks/stage-path.tsx'
import { Empty, Failed, Loading, NoRight } from '../blocks/states.tsx'
import { useText, type Words } from '../language/language.ts'

const now = Date.parse('2026-03-09T10:30:00+08:00')
const after = (hours: number) => new Date(now + hours * 3_600_000).toISOString()

const steps: readonly PathStep[] = pathStages.map((stage, index) => ({
  stage,
  standing: index === 3 ? 'skipped' : index < 4 ? 'done' : index === 4 ? 'current' : 'ahead',
  enteredAt: index < 5 && index !== 3 ? after(index * 20 - 100) : null,
  leftAt: index < 4 && index !== 3 ? after(index * 20 - 80) : null,
}))

const traceIn = (t: Words): Trace => ({
  formula: t('staff:blocks.sample.formula'),
  clause: t('staff:blocks.sample.clause'),
  inputs: [
    {
      name: t('staff:blocks.sample.loss'),
      value: '¥8,500.00',
      source: t('staff:blocks.sample.lossFrom'),
    },
    { name: t('staff:blocks.sample.share'), value: '70%', source: t('staff:blocks.sample.shareFrom') },
  ],
  rounding: null,
})

/** Every block with all its states, for looking and for tests. What they show is made up. */
export function BlocksPage() {
  const t = useText()
  return (
    <>
      <h1>{t('staff:blocks.title')}</h1>
      <p>{t('staff:blocks.intro')}</p>
      <Shown title={t('staff:blocks.name.stagePath')}>
        <StagePath steps={steps} />
        <div className="st-apart">
          <StagePath steps={steps} direction="down" />
        </div>
      </Shown>
      <Shown title={t('staff:blocks.name.clockBar')}>
        <Clocks />
      </Shown>
      <Shown title={t('staff:blocks.name.dueChip')}>
        <div className="st-samples">
          <DueChip dueAt={after(-3)} now={now} />
          <DueChip dueAt={after(2)} now={now} />
          <DueChip dueAt={after(20)} now={now} />
          <DueChip dueAt={after(72)} now={now} />
          <DueChip dueAt={after(72)} paused now={now} />
          <DueChip dueAt={null} now={now} />
        </div>
      </Shown>
      <Shown title={t('staff:blocks.name.money')}>
        <div className="st-samples">
          <Money minor={1_234_567} words />
          <Money minor={10_000} words />
          <Money minor={-5} />
          <Money minor={null} />
        </div>
      </Shown>
      <Shown title={t('staff:blocks.name.sheet')}>
        <Calculation />
      </Shown>
      <Shown title={t('staff:blocks.name.caseNumber')}>
        <CaseNumber>LP31012026030900012352</CaseNumber>
      </Shown>
      <Shown title={t('staff:blocks.name.person')}>
        <div className="st-samples">
          <PersonChip
            name={t('staff:blocks.sample.who')}
            role={t('staff:blocks.sample.role')}
            phone="19900000000"
          />
          <PersonChip name={t('staff:blocks.sample.claimant')} />
        </div>
      </Shown>
      <Shown title={t('staff:blocks.name.masked')}>
        <Masked masked="138****8000" reveal={async () => '13800008000'} />{' '}
        <Masked masked="3101**********0012" />
      </Shown>
      <Shown title={t('staff:blocks.name.folded')}>
        <Folded>{linesOf(6, t)}</Folded>
        <div className="st-apart">
          <Folded>{linesOf(9, t)}</Folded>
        </div>
      </Shown>
      <Shown title={t('staff:blocks.name.history')}>
        <HistoryLine
          at={after(-40)}
          what={t('staff:blocks.sample.accepted')}
          who={t('staff:blocks.sample.who')}
          why={t('staff:blocks.sample.because')}
        />
        <HistoryLine at={after(-41)} what={t('staff:blocks.sample.reviewed')} />
      </Shown>
      <Shown title={t('staff:blocks.name.decision')}>
        <DecisionForm
          choices={[
            { value: 'approve', name: t('staff:blocks.sample.approve'), plain: true },
            { value: 'return', name: t('staff:blocks.sample.return') },
            { value: 'reject', name: t('staff:blocks.sample.reject') },
          ]}
          decide={() => undefined}
        />
      </Shown>
      <Shown title={t('staff:blocks.name.states')}>
        <Loading />
        <Empty title={t('staff:blocks.sample.empty')} hint={t('staff:blocks.sample.emptyHint')} />
        <Failed error={Problem.offline()} again={() => undefined} />
        <NoRight />
      </Shown>
    </>
  )
}

const linesOf = (count: number, t: Words) =>
  Array.from({ length: count }, (_, line) => t('staff:blocks.sample.line', { number: line + 1 })).join('\n')

/** Running, warned of and paused before, paused now, and late. */
function Clocks() {
  const t = useText()
  return (
    <div className="st-samples" data-below>
      <ClockBar
        name={t('staff:blocks.sample.assessing')}
        startedAt={after(-48)}
        dueAt={after(96)}
        warnAt={after(48)}
        now={now}
      />
      <ClockBar
        name={t('staff:blocks.sample.accepting')}
        startedAt={after(-72)}
        dueAt={after(12)}
        pauses={[{ since: after(-60), until: after(-20) }]}
        now={now}
      />
      <ClockBar
        name={t('staff:blocks.sample.papers')}
        startedAt={after(-72)}
        dueAt={after(12)}
        pauses={[{ since: after(-12), until: null }]}
        now={now}
      />
      <ClockBar name={t('staff:blocks.sample.paying')} startedAt={after(-96)} dueAt={after(-24)} now={now} />
    </div>
  )
}

function Calculation() {
  const t = useText()
  const trace = traceIn(t)
  return (
    <Sheet
      caption={t('staff:blocks.name.sheet')}
      lines={[
        {
          id: '1',
          name: t('staff:blocks.sample.vehicle'),
          claimant: t('staff:blocks.sample.claimant'),
          askedMinor: 1_000_000,
          assessedMinor: 850_000,
          agreedMinor: 595_000,
          trace,
        },
        {
          id: '2',
          name: t('staff:blocks.sample.towing'),
          askedMinor: 50_000,
          assessedMinor: null,
          agreedMinor: null,
        },
      ]}
      differences={[
        { id: '3', name: t('staff:blocks.sample.deductible'), reason: '¥500.00', minor: -50_000 },
      ]}
      totalMinor={545_000}
      totalTrace={trace}
    />
  )
}

interface ShownProps {
  readonly title: string
  readonly children: ReactNode
}

function Shown({ title, children }: ShownProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="st-paper">{children}</div>
    </section>
  )
}
