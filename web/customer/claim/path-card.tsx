import { CaseNumber } from '../../blocks/case-number.tsx'
import { Money } from '../../blocks/money.tsx'
import { type PathStep, StagePath } from '../../blocks/stage-path.tsx'
import { useSay, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

/** The seven stages downwards: what came out of those that are done, who had them, and what runs now. */
export function PathCard({ progress }: { readonly progress: Progress }) {
  const t = useText()
  return (
    <section className="my-card">
      <h2>{t('blocks:path.label')}</h2>
      <StagePath
        steps={progress.path}
        direction="down"
        detail={(step) => <Detail step={step} progress={progress} />}
      />
    </section>
  )
}

function Detail({ step, progress }: { readonly step: PathStep; readonly progress: Progress }) {
  const t = useText()
  const say = useSay()
  if (step.standing === 'ahead') return <small>{t(`customer:path.ahead.${step.stage}`)}</small>
  if (step.standing === 'current') {
    return (
      <div className="my-now">
        <p>{say(progress.status)}</p>
        <p>{say(progress.nextStep)}</p>
        <Who stage={step.stage} progress={progress} />
      </div>
    )
  }
  return (
    <>
      <small>
        <Came stage={step.stage} progress={progress} />
      </small>
      <Who stage={step.stage} progress={progress} />
    </>
  )
}

interface StageProps {
  readonly stage: string
  readonly progress: Progress
}

/** What a stage that is over has brought. */
function Came({ stage, progress }: StageProps) {
  const t = useText()
  const { caseNumber, checklist, amount, payments, outcome } = progress
  switch (stage) {
    case 'report':
      return (
        <>
          {t('customer:path.report')} <CaseNumber>{caseNumber}</CaseNumber>
        </>
      )
    case 'documents':
      return t('customer:path.documents', {
        count: checklist.filter(({ state }) => state === 'received' || state === 'accepted').length,
      })
    case 'acceptance':
      return t(outcome === 'rejected' ? 'customer:path.notCovered' : 'customer:path.acceptance')
    case 'survey':
      return t('customer:path.survey')
    case 'adjustment':
      return amount === null ? (
        t('customer:path.adjustment')
      ) : (
        <>
          {t('customer:path.amount')} <Money minor={amount.payableMinor} />
        </>
      )
    case 'approval':
      return t('customer:path.approval')
    default:
      return outcome === 'paid' || payments.some(({ state }) => state === 'paid')
        ? t('customer:path.payment')
        : null
  }
}

/** Who of us has a stage in hand; a report is not ours. */
function Who({ stage, progress: { contact, surveyor } }: StageProps) {
  const t = useText()
  const person = stage === 'survey' ? surveyor : stage === 'documents' ? contact : null
  return person === null ? null : <small>{t('customer:path.by', { name: person.name })}</small>
}
