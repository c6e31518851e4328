import type { ReactNode } from 'react'
import { Problem } from '../http/problem.ts'
import { CaseNumber } from '../blocks/case-number.tsx'
import { ClockBar } from '../blocks/clock-bar.tsx'
import { DecisionForm } from '../blocks/decision-form.tsx'
import { DueChip } from '../blocks/due-chip.tsx'
import { HistoryLine } from '../blocks/history-line.tsx'
import { Masked } from '../blocks/masked.tsx'
import { Money } from '../blocks/money.tsx'
import { PersonChip } from '../blocks/person-chip.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { type PathStep, pathStages, StagePath } from '../blocks/stage-path.tsx'
import { Empty, Failed, Loading, NoRight } from '../blocks/states.tsx'
import { useText } from '../language/language.ts'

const now = Date.parse('2026-03-09T10:30:00+08:00')
const after = (hours: number) => new Date(now + hours * 3_600_000).toISOString()

const steps: readonly PathStep[] = pathStages.map((stage, index) => ({
  stage,
  standing: index === 3 ? 'skipped' : index < 4 ? 'done' : index === 4 ? 'current' : 'ahead',
  enteredAt: index < 5 && index !== 3 ? after(index * 20 - 100) : null,
  leftAt: index < 4 && index !== 3 ? after(index * 20 - 80) : null,
}))

const trace = {
  formula: '(8,500.00 − 0.00) × 70% × (1 − 0%)',
  clause: '机动车商业保险示范条款（2020版）第十八条',
  inputs: [
    { name: '核定损失', value: '¥8,500.00', source: '定损单 v2' },
    { name: '责任比例', value: '70%', source: '交警认定书' },
  ],
  rounding: null,
}

/** Every block with all its states, for looking and for tests. What they show is made up and stays in Chinese. */
export function BlocksPage() {
  const t = useText()
  const title = t('staff:blocks.title')
  return (
    <>
      <h1>{title}</h1>
      <Shown name="StagePath">
        <StagePath steps={steps} />
        <StagePath steps={steps} direction="down" />
      </Shown>
      <Shown name="ClockBar">
        <ClockBar name="核定" startedAt={after(-48)} dueAt={after(96)} warnAt={after(48)} now={now} />
        <ClockBar
          name="受理"
          startedAt={after(-72)}
          dueAt={after(12)}
          pauses={[{ since: after(-60), until: after(-20) }]}
          now={now}
        />
        <ClockBar
          name="材料"
          startedAt={after(-72)}
          dueAt={after(12)}
          pauses={[{ since: after(-12), until: null }]}
          now={now}
        />
        <ClockBar name="支付" startedAt={after(-96)} dueAt={after(-24)} now={now} />
      </Shown>
      <Shown name="DueChip">
        <DueChip dueAt={after(-3)} now={now} /> <DueChip dueAt={after(2)} now={now} />{' '}
        <DueChip dueAt={after(72)} now={now} /> <DueChip dueAt={after(72)} paused now={now} />{' '}
        <DueChip dueAt={null} now={now} />
      </Shown>
      <Shown name="Money">
        <Money minor={1_234_567} words /> <Money minor={10_000} words /> <Money minor={-5} />{' '}
        <Money minor={null} />
      </Shown>
      <Shown name="Sheet">
        <Sheet
          caption="理算书"
          lines={[
            {
              id: '1',
              name: '车辆损失',
              claimant: '张*',
              askedMinor: 1_000_000,
              assessedMinor: 850_000,
              agreedMinor: 595_000,
              trace,
            },
            { id: '2', name: '施救费', askedMinor: 50_000, assessedMinor: null, agreedMinor: null },
          ]}
          differences={[{ id: '3', name: '免赔额', reason: '¥500.00', minor: -50_000 }]}
          totalMinor={545_000}
          totalTrace={trace}
        />
      </Shown>
      <Shown name="CaseNumber">
        <CaseNumber>PDAA202631010000000123</CaseNumber>
      </Shown>
      <Shown name="PersonChip">
        <PersonChip name="王芳" role="理赔专员" phone="19900000000" /> <PersonChip name="张*" />
      </Shown>
      <Shown name="Masked">
        <Masked masked="138****8000" reveal={async () => '13800008000'} />{' '}
        <Masked masked="3101**********0012" />
      </Shown>
      <Shown name="HistoryLine">
        <HistoryLine at={after(-30)} what="受理" who="王芳" why="材料齐全，<b>属于保险责任</b>。" />
        <HistoryLine at={after(-31)} what="材料审核完成" />
      </Shown>
      <Shown name="DecisionForm">
        <DecisionForm
          choices={[
            { value: 'approve', name: '同意', plain: true },
            { value: 'return', name: '退回' },
            { value: 'reject', name: '不同意' },
          ]}
          decide={() => undefined}
        />
      </Shown>
      <Shown name="States">
        <Loading />
        <Empty title="没有待办事项" hint="新的事项会自动显示在这里。" />
        <Failed error={Problem.offline()} again={() => undefined} />
        <NoRight />
      </Shown>
    </>
  )
}

function Shown({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <div className="st-paper">{children}</div>
    </section>
  )
}
