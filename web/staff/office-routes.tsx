import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from './shell-route.tsx'

const frontRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./front-page.tsx'), 'FrontPage'),
})

const blocksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/blocks',
  component: lazyRouteComponent(() => import('./blocks-page.tsx'), 'BlocksPage'),
})

/** What belongs to the whole house. */
export const officeRoutes = [frontRoute, blocksRoute] as const
