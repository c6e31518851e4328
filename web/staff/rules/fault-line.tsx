import { useSay } from '../../language/language.ts'
import type { Fault } from './queries.ts'

/** A fault in words, with what was found there. */
export function FaultLine({ fault, place = false }: { readonly fault: Fault; readonly place?: boolean }) {
  const say = useSay()
  const { at, detail, text } = fault
  return (
    <span className="lp-error ru-fault">
      {place && `${at}: `}
      {say(text)}
      {detail !== undefined && <code>{detail}</code>}
    </span>
  )
}
