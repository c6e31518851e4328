import './claim.css'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { FoundClaim } from './found-claim.tsx'
import type { ClaimView } from './queries.ts'

/**
 * The claims that may be of the same accident, as ways to them. Of some only the ends of the number are kept: whoever
 * reported was outside and not to learn the whole. Nothing is looked up for readers who may not search.
 */
export function Duplicates({ view: { claim, allowed } }: { readonly view: ClaimView }) {
  const may = allowed.includes('searchClaims')
  return (
    <ul className="cl-duplicates">
      {claim.duplicates.map((number) => (
        <li key={number}>
          {number.includes('…') ? (
            number
          ) : may ? (
            <FoundClaim caseNumber={number} />
          ) : (
            <CaseNumber>{number}</CaseNumber>
          )}
        </li>
      ))}
    </ul>
  )
}
