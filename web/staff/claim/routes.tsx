import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const claimRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId',
  component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage'),
})

export const claimRoutes = [claimRoute] as const
