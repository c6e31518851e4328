import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const worklistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/worklist',
  component: lazyRouteComponent(() => import('./worklist/worklist-page.tsx'), 'WorklistPage'),
})

const visitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/visits',
  component: lazyRouteComponent(() => import('./visits/visits-page.tsx'), 'VisitsPage'),
})

const visitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/visits/$claimId',
  component: lazyRouteComponent(() => import('./visits/visit-page.tsx'), 'VisitPage'),
})

const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/report',
  component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
})

export const handlerRoutes = [worklistRoute, reportRoute, visitsRoute, visitRoute] as const
