/**
 * What opens a customer's page when there is no network: the files of this very build, and nothing that anybody is
 * told in them. Answers of the API pass by untouched; the page is asked for first at each opening, so that a new
 * deployment is seen at once.
 */
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  matchPrecache,
  precache,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build: the page under its address, and every file that a customer's page loads. */
declare const customerFiles: readonly { readonly url: string; readonly revision: string | null }[]

const page = '/my'

/** On a bad line somebody is shown what the telephone has rather than nothing. Seconds. */
const patience = 5

// Only a navigation is given the page.
const asNavigation = async ({ request }: { readonly request: Request }) =>
  new URL(request.url).pathname === page
    ? new Request(request, { headers: { accept: 'text/html' } })
    : request
addPlugins([{ requestWillFetch: asNavigation }])
precache([...customerFiles])
cleanupOutdatedCaches()

const fromNetwork = new NetworkOnly({ networkTimeoutSeconds: patience })
const kept = createHandlerBoundToURL(page)
registerRoute(
  new NavigationRoute(async (options) => {
    try {
      return await fromNetwork.handle(options)
    } catch {
      return kept(options)
    }
  }),
)
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname !== page && getCacheKeyForURL(url.href) !== undefined,
  async ({ request }) => (await matchPrecache(request)) ?? fetch(request),
)

// What is kept is always that of the page that was seen last.
self.addEventListener('install', () => void self.skipWaiting())
