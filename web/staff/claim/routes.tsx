import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const claimRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId',
  component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage'),
})

const claimPrintRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId/print',
  component: lazyRouteComponent(() => import('./print/claim-print-page.tsx'), 'ClaimPrintPage'),
})

const sheetPrintRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId/sheets/$version',
  component: lazyRouteComponent(() => import('./print/sheet-print-page.tsx'), 'SheetPrintPage'),
})

export const claimRoutes = [claimRoute, claimPrintRoute, sheetPrintRoute] as const
