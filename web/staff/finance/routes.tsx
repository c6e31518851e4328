import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const releasesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/releases',
  component: lazyRouteComponent(() => import('./releases/releases-page.tsx'), 'ReleasesPage'),
})

const releaseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/releases/$claimId/$settlementId',
  component: lazyRouteComponent(() => import('./releases/release-page.tsx'), 'ReleasePage'),
})

const paymentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/payments',
  component: lazyRouteComponent(() => import('./payments/payments-page.tsx'), 'PaymentsPage'),
})

const payLaneRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pay-lane',
  component: lazyRouteComponent(() => import('./pay-lane/pay-lane-page.tsx'), 'PayLanePage'),
})

export const financeRoutes = [releasesRoute, releaseRoute, paymentsRoute, payLaneRoute] as const
