import { createRouter } from '@tanstack/react-router'
import { Loading } from '../blocks/states.tsx'
import { NotFound } from './not-found.tsx'
import { customerRoutes } from './routes.tsx'
import { rootRoute, shellRoute, signInRoute } from './shell-route.tsx'

export const router = createRouter({
  routeTree: rootRoute.addChildren([signInRoute, shellRoute.addChildren([...customerRoutes])]),
  basepath: '/my',
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
