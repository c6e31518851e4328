import type { ClaimView } from '../queries.ts'

/** What every form of the page is given. */
export interface FormProps {
  readonly view: ClaimView
  /** To be called when it has taken effect. */
  readonly done: () => void
}
