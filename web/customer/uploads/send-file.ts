import { language } from '../../language/language.ts'
import { Problem } from '../../http/problem.ts'
import { meQuery, queryClient } from '../../http/queries.ts'
import { csrf, signedInAgain } from '../../http/session.ts'
import type { KeptFile } from './kept-files.ts'

interface Sending extends Pick<KeptFile, 'id' | 'item' | 'name' | 'blob'> {
  readonly claimId: string
  /** Called with the part that has left the telephone, from 0 to 1. */
  readonly progress: (part: number) => void
}

/** Sends one file; throws a Problem. Not by fetch, which does not tell how much has been sent. */
export async function sendFile(file: Sending, renewed = false): Promise<void> {
  const { status, body } = await post(file)
  if (status >= 200 && status < 300) return
  const problem = Problem.of(new Response(null, { status }), body)
  if (problem.code === 'sessionExpired' || problem.code === 'notSignedIn') {
    await signedInAgain()
    return sendFile(file, renewed)
  }
  if (problem.code === 'csrfInvalid' && !renewed) {
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 })
    return sendFile(file, true)
  }
  throw problem
}

function post({ claimId, id, item, name, blob, progress }: Sending) {
  const form = new FormData()
  form.set('item', item)
  form.set('channel', 'upload')
  form.set('file', blob, name)
  return new Promise<{ readonly status: number; readonly body: unknown }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/claims/${encodeURIComponent(claimId)}/documents`)
    request.setRequestHeader('accept-language', language())
    request.setRequestHeader('x-csrf-token', csrf() ?? 'none')
    request.setRequestHeader('idempotency-key', id)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total === 0 ? 0 : loaded / total),
    )
    request.addEventListener('load', () =>
      resolve({ status: request.status, body: request.response as unknown }),
    )
    request.addEventListener('error', () => reject(Problem.offline()))
    request.addEventListener('abort', () => reject(Problem.offline()))
    request.send(form)
  })
}
