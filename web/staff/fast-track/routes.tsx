import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const fastTrackRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/fast-track',
  component: lazyRouteComponent(() => import('./fast-track-page.tsx'), 'FastTrackPage'),
})

export const fastTrackRoutes = [fastTrackRoute] as const
