import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from './shell-route.tsx'

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
})

const claimRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId',
  component: lazyRouteComponent(() => import('./claim/claim-page.tsx'), 'ClaimPage'),
})

const reportedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId/reported',
  component: lazyRouteComponent(() => import('./report/reported-page.tsx'), 'ReportedPage'),
})

const receiptRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId/receipt',
  component: lazyRouteComponent(() => import('./receipt/receipt-page.tsx'), 'ReceiptPage'),
})

const steps = [1, 2, 3] as const

const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/report',
  validateSearch: ({ policy, step }): { policy?: string; step?: (typeof steps)[number] } => {
    const known = steps.find((one) => one === step)
    return {
      ...(typeof policy === 'string' ? { policy } : {}),
      ...(known === undefined ? {} : { step: known }),
    }
  },
  component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
})

const policyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/policies/$policyId',
  component: lazyRouteComponent(() => import('./policy/policy-page.tsx'), 'PolicyPage'),
})

/** A page of the customer is one entry here, and is loaded when somebody goes there. */
export const customerRoutes = [
  homeRoute,
  claimRoute,
  reportedRoute,
  receiptRoute,
  reportRoute,
  policyRoute,
] as const
