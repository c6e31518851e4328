import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell-route.tsx'

const calculatorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calculator',
  component: lazyRouteComponent(() => import('./calculator-page.tsx'), 'CalculatorPage'),
})

export const calculatorRoutes = [calculatorRoute] as const
