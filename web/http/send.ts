import { language } from '../language/language.ts'
import { Problem } from './problem.ts'
import { csrf, rememberCsrf, signedInAgain } from './session.ts'

const safe = new Set(['GET', 'HEAD'])

/** How often a request that met a brief fault is sent again by itself; with growing pauses, under the same key. */
const retries = [400, 1500]

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Sends as our pages do: with token and language, again after a brief fault, and again after a session's end. */
export async function send(request: Request): Promise<Response> {
  for (const wait of retries) {
    try {
      const response = await sendSignedIn(request)
      if (response.status !== 503) return response
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'offline') throw error
      if (!navigator.onLine) throw error
    }
    await pause(wait)
  }
  return sendSignedIn(request)
}

async function sendSignedIn(request: Request): Promise<Response> {
  const response = await sendOnce(request)
  const code = response.ok || response.status === 304 ? null : await codeOf(response)
  if (code === 'csrfInvalid') {
    // Another tab has signed in meanwhile: its token is asked for once.
    rememberCsrf(null)
    return sendOnce(request)
  }
  const expired = code === 'sessionExpired' || (code === 'notSignedIn' && csrf() !== null)
  if (!expired || isSignIn(request)) return response
  await signedInAgain()
  return sendSignedIn(request)
}

const isSignIn = (request: Request) => new URL(request.url).pathname.startsWith('/sign-in/')

async function sendOnce(request: Request): Promise<Response> {
  const copy = request.clone()
  copy.headers.set('accept-language', language())
  if (!safe.has(copy.method) && !isSignIn(copy)) {
    copy.headers.set('x-csrf-token', await csrfToken())
  }
  return answered(copy)
}

async function csrfToken(): Promise<string> {
  const known = csrf()
  if (known !== null) return known
  const response = await answered(new Request(new URL('/session', location.origin)))
  const { csrfToken: token = null } = (response.ok ? await response.json() : {}) as { csrfToken?: string }
  rememberCsrf(token)
  return token ?? 'none'
}

async function answered(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw Problem.offline()
  }
}

async function codeOf(response: Response): Promise<string | null> {
  if (response.status !== 401 && response.status !== 403) return null
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return Problem.of(response, body).code
}
