import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'
import { filterOf, passageOf, scopeOf } from './case-filter.ts'

const casesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases',
  validateSearch: filterOf,
  component: lazyRouteComponent(() => import('./cases/cases-page.tsx'), 'CasesPage'),
})

const loadRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/load',
  component: lazyRouteComponent(() => import('./load/load-page.tsx'), 'LoadPage'),
})

const boardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board',
  validateSearch: scopeOf,
  component: lazyRouteComponent(() => import('./board/board-page.tsx'), 'BoardPage'),
})

const passagesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board/passages',
  validateSearch: passageOf,
  component: lazyRouteComponent(() => import('./board/passages-page.tsx'), 'PassagesPage'),
})

export const boardRoutes = [boardRoute, passagesRoute, casesRoute, loadRoute] as const
