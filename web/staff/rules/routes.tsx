import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const tablesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules',
  component: lazyRouteComponent(() => import('./tables-page.tsx'), 'TablesPage'),
})

const tableRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules/$tableId',
  component: lazyRouteComponent(() => import('./table/table-page.tsx'), 'TablePage'),
})

const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules/$tableId/versions/$version',
  component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
})

export const rulesRoutes = [tablesRoute, tableRoute, reviewRoute] as const
