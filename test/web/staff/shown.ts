import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { createInstance } from 'i18next'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { staffAreas } from '../../../web/staff/texts.ts'

interface Visit {
  readonly page: () => ReactNode
  /** The path of its route, below the shell. */
  readonly path?: string
  /** What stands in the address. */
  readonly address?: string
  /** Who looks at it; an auditor unless told. */
  readonly role?: string
  /** Puts there what was answered already; nothing is asked. */
  readonly known?: (queries: QueryClient) => void
}

/** A page of the staff as somebody sees it in Chinese at its first sight, before anything more is answered. */
export async function shown({
  page,
  path = '/',
  address = path,
  role = 'auditor',
  known,
}: Visit): Promise<string> {
  const i18n = createInstance()
  const zh = Object.fromEntries(Object.entries(staffAreas).map(([name, area]) => [name, area.zh]))
  await i18n.use(initReactI18next).init({
    lng: 'zh',
    resources: { zh },
    interpolation: { escapeValue: false },
  })
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } })
  known?.(queries)
  const me = { kind: 'staff', roles: [{ role }] }
  const root = createRootRouteWithContext<{ me: typeof me }>()()
  const shell = createRoute({ getParentRoute: () => root, id: 'shell' })
  const route = createRoute({ getParentRoute: () => shell, path, component: page })
  const router = createRouter({
    routeTree: root.addChildren([shell.addChildren([route])]),
    history: createMemoryHistory({ initialEntries: [address] }),
    context: { me },
  })
  await router.load()
  const routed = createElement(RouterProvider, { router } as never)
  const asked = createElement(QueryClientProvider, { client: queries }, routed)
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, asked))
}
