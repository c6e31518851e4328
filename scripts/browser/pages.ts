/** Every page that there is, for looking at and for the barriers that it may put up. A new page adds its line. */

/** Claims by what waits in them, each by its id. */
export interface ShownClaims {
  readonly reported: string
  readonly toDecide: string
  readonly toRelease: string
  /** Somebody of the staff, by the id of the person. */
  readonly colleague: string
  /** With a figure that its customer has not answered. */
  readonly toAnswer: string
  readonly paid: string
  /** With a visit of the first surveyor that is agreed and not reported. */
  readonly visited: string
  /** The telephones of customers whose claims have come further. */
  readonly customers: { readonly toAnswer: string; readonly paid: string }
}

/** Before anything was reported: no page of a claim is there. */
export const noClaims: ShownClaims = {
  reported: 'none',
  toDecide: 'none',
  toRelease: 'none',
  toAnswer: 'none',
  paid: 'none',
  visited: 'none',
  colleague: 'none',
  customers: { toAnswer: 'none', paid: 'none' },
}

export interface ListedPage {
  /** Names the picture. */
  readonly name: string
  /** Who looks at it: an account of the demonstration, the telephone of a customer, nobody, or the customer of a claim. */
  readonly as: string
  readonly path: (claims: ShownClaims) => string
  /** The link that leads from there to the page, where its address is not known before. */
  readonly follow?: string
}

/** A customer of the demonstration with policies, for whom a claim is reported; and one without a claim. */
export const customerWithClaim = '19900110001'
const customerWithout = '19900110005'
const nobody = 'nobody'

/** Stand for people who come with their claims. */
const customerOf = { toAnswer: 'customer of toAnswer', paid: 'customer of paid' } as const

/** The account of whoever looks, once the claims are there; null for somebody who is not signed in. */
export function accountOf({ as }: ListedPage, { customers }: ShownClaims): string | null {
  if (as === nobody) return null
  const found = Object.entries(customerOf).find(([, name]) => name === as)
  return found === undefined ? as : customers[found[0] as keyof typeof customers]
}

export const pages: readonly ListedPage[] = [
  { name: 'customer-home', as: customerWithClaim, path: () => '/my' },
  { name: 'customer-claim', as: customerWithClaim, path: ({ reported }) => `/my/claims/${reported}` },
  {
    name: 'customer-reported',
    as: customerWithClaim,
    path: ({ reported }) => `/my/claims/${reported}/reported`,
  },
  { name: 'customer-report', as: customerWithClaim, path: () => '/my/report' },
  {
    name: 'customer-amount',
    as: customerOf.toAnswer,
    path: ({ toAnswer }) => `/my/claims/${toAnswer}`,
  },
  { name: 'customer-policy', as: customerOf.toAnswer, path: () => '/my', follow: 'a[href*="/policies/"]' },
  { name: 'customer-paid', as: customerOf.paid, path: ({ paid }) => `/my/claims/${paid}` },
  { name: 'customer-receipt', as: customerOf.paid, path: ({ paid }) => `/my/claims/${paid}/receipt` },
  { name: 'customer-home-empty', as: customerWithout, path: () => '/my' },
  { name: 'customer-sign-in', as: nobody, path: () => '/my/sign-in' },
  { name: 'staff-sign-in', as: nobody, path: () => '/staff/sign-in' },
  { name: 'worklist', as: 'wang.fang', path: () => '/staff/worklist' },
  { name: 'to-decide', as: 'feng.xue', path: () => '/staff/to-decide' },
  { name: 'decision', as: 'feng.xue', path: ({ toDecide }) => `/staff/to-decide/${toDecide}/S1` },
  { name: 'board', as: 'feng.xue', path: () => '/staff/board' },
  {
    name: 'board-passages',
    as: 'feng.xue',
    path: () => '/staff/board/passages?stage=documents&period=current',
  },
  { name: 'cases', as: 'feng.xue', path: () => '/staff/cases' },
  { name: 'load', as: 'feng.xue', path: () => '/staff/load' },
  { name: 'releases', as: 'he.jing', path: () => '/staff/releases' },
  { name: 'release', as: 'he.jing', path: ({ toRelease }) => `/staff/releases/${toRelease}/S1` },
  { name: 'payments', as: 'he.jing', path: () => '/staff/payments' },
  { name: 'pay-lane', as: 'he.jing', path: () => '/staff/pay-lane' },
  { name: 'claim', as: 'wang.fang', path: ({ reported }) => `/staff/claims/${reported}` },
  { name: 'call-report', as: 'wang.fang', path: () => '/staff/report' },
  { name: 'claim-approved', as: 'he.jing', path: ({ toRelease }) => `/staff/claims/${toRelease}` },
  { name: 'claim-print', as: 'he.jing', path: ({ toRelease }) => `/staff/claims/${toRelease}/print` },
  { name: 'sheet-print', as: 'he.jing', path: ({ toRelease }) => `/staff/claims/${toRelease}/sheets/1` },
  { name: 'calculator', as: 'wang.fang', path: () => '/staff/calculator' },
  { name: 'visits-empty', as: 'liu.yang', path: () => '/staff/visits' },
  { name: 'audit', as: 'liang.shen', path: () => '/staff/audit' },
  { name: 'audit-board', as: 'liang.shen', path: () => '/staff/board' },
  { name: 'people', as: 'song.yi', path: () => '/staff/people' },
  { name: 'person-new', as: 'song.yi', path: () => '/staff/people/new' },
  { name: 'person', as: 'song.yi', path: ({ colleague }) => `/staff/people/${colleague}` },
  { name: 'calendars', as: 'song.yi', path: () => '/staff/calendars' },
  { name: 'visit', as: 'zhang.wei', path: ({ visited }) => `/staff/visits/${visited}` },
  { name: 'claim-paid', as: 'he.jing', path: ({ paid }) => `/staff/claims/${paid}` },
  { name: 'rules', as: 'song.yi', path: () => '/staff/rules' },
  { name: 'rule-table', as: 'song.yi', path: () => '/staff/rules/surveyNeed' },
  { name: 'rule-version', as: 'song.yi', path: () => '/staff/rules/surveyNeed/versions/1' },
  { name: 'fast-track', as: 'feng.xue', path: () => '/staff/fast-track' },
  { name: 'fast-track-administrator', as: 'song.yi', path: () => '/staff/fast-track' },
  { name: 'blocks', as: 'wang.fang', path: () => '/staff/blocks' },
]
