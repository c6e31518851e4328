/** The files of the pages, kept by the browser's service worker so that they open without network. */
const script = '/my/offline.js'
const scope = '/my'

/** The page that is opened has the line to itself first. Milliseconds. */
const pause = 2000

/** A browser that has no service workers, or forbids them, asks the network as ever. */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  setTimeout(() => void serviceWorker.register(script, { scope }).catch(() => undefined), pause)
}

export async function forgetPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registered = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registered.map(async (one) => one.unregister()))
  await Promise.all((await caches.keys()).map(async (name) => caches.delete(name)))
}
