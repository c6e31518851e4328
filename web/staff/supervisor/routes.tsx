import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const toDecideRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/to-decide',
  component: lazyRouteComponent(() => import('./to-decide/to-decide-page.tsx'), 'ToDecidePage'),
})

const decisionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/to-decide/$claimId/$settlementId',
  component: lazyRouteComponent(() => import('./decision/decision-page.tsx'), 'DecisionPage'),
})

export const supervisorRoutes = [toDecideRoute, decisionRoute] as const
