import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { whoIsIt } from '../http/queries.ts'
import { Failed } from '../blocks/states.tsx'
import { Shell } from './shell.tsx'

export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: ({ error, reset }) => <Failed error={error} again={reset} />,
})

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

/** Everything of the staff; who is not signed in comes back here afterwards. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await whoIsIt()
    if (me?.kind !== 'staff') throw redirect({ to: '/sign-in', search: { next: location.href } })
    return { me }
  },
})
