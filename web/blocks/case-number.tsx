/** A case number in groups of four, as people read it out; copied it is the number itself. */
function formatCaseNumber(caseNumber: string): string {
  return caseNumber.match(/.{1,4}/gu)?.join('\u2009') ?? ''
}

export function CaseNumber({ children }: { readonly children: string }) {
  return (
    <span
      className="lp-case-number"
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', children)
        event.preventDefault()
      }}
    >
      {formatCaseNumber(children)}
    </span>
  )
}
