import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const worklistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/worklist',
  component: lazyRouteComponent(() => import('./worklist/worklist-page.tsx'), 'WorklistPage'),
})

export const handlerRoutes = [worklistRoute] as const
