import { createRouter } from '@tanstack/react-router'
import { Loading } from '../blocks/states.tsx'
import { administrationRoutes } from './administration/routes.tsx'
import { auditRoutes } from './audit/routes.tsx'
import { boardRoutes } from './board/routes.tsx'
import { calculatorRoutes } from './calculator/routes.tsx'
import { claimRoutes } from './claim/routes.tsx'
import { fastTrackRoutes } from './fast-track/routes.tsx'
import { financeRoutes } from './finance/routes.tsx'
import { handlerRoutes } from './handler/routes.tsx'
import { NotFound } from './not-found.tsx'
import { officeRoutes } from './office-routes.tsx'
import { supervisorRoutes } from './supervisor/routes.tsx'
import { rulesRoutes } from './rules/routes.tsx'
import { rootRoute, shellRoute, signInRoute } from './shell-route.tsx'

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    shellRoute.addChildren([
      ...officeRoutes,
      ...handlerRoutes,
      ...claimRoutes,
      ...calculatorRoutes,
      ...supervisorRoutes,
      ...boardRoutes,
      ...auditRoutes,
      ...administrationRoutes,
      ...financeRoutes,
      ...fastTrackRoutes,
      ...rulesRoutes,
    ]),
  ]),
  basepath: '/staff',
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
