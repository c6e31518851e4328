import { useText } from '../../language/language.ts'

/** The line of the financial regulator on which consumers complain about banks and insurers. */
const complaintLine = '12378'

/** Where to turn with what the customer finds wrong in how the claim is handled: in small print, to the end and after. */
export function ComplaintLine() {
  const t = useText()
  const [before, after] = t('customer:claim.complaint', { phone: complaintLine }).split(complaintLine)
  return (
    <p>
      <small>
        {before}
        <a href={`tel:${complaintLine}`}>{complaintLine}</a>
        {after}
      </small>
    </p>
  )
}
