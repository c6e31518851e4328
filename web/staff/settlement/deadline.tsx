import { useText } from '../../language/language.ts'
import type { Claim } from '../claim/queries.ts'
import { TimeLeft } from '../claim/time-left.tsx'

interface DeadlineProps {
  readonly claim: Pick<Claim, 'clocks'>
  /** What is to be done here now; nothing is shown where that is nothing. */
  readonly task: Claim['tasks'][number] | undefined
}

/** By when it has to be done and what is left of that, as the list has it from which people come. */
export function Deadline({ claim, task }: DeadlineProps) {
  const t = useText()
  const running = claim.clocks[task?.clockKey ?? '']
  if (running === undefined || running.clock.doneAt !== null) return null
  return (
    <p className="se-deadline">
      {t(`claim:clock.${running.kind}`)} <TimeLeft clock={running.clock} />
    </p>
  )
}
