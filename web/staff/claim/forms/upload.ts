import { Problem } from '../../../http/problem.ts'
import type { ChecklistItem } from '../../../../domain/rules/vocabulary.ts'
import { answer, api } from '../../../http/client.ts'
import { at } from './use-move.ts'

export interface SentFile {
  readonly item: ChecklistItem
  readonly channel: 'upload' | 'scan' | 'courier'
  readonly file: File
  /** Tells files apart where they are compared as text, as for the key of an intent. */
  readonly mark: string
}

export const markOf = ({ name, size, lastModified }: File) => `${name} ${size} ${lastModified}`

/** Sends one file as it is; what becomes of it, the API tells by its content. Answers with the id of the document. */
export async function upload(
  claimId: string,
  { item, channel, file }: Omit<SentFile, 'mark'>,
  key: string,
): Promise<string> {
  const reply = await answer(
    api.POST('/claims/{claimId}/documents', {
      params: at(claimId, key),
      body: { item, channel, file: '' },
      bodySerializer: () => {
        const form = new FormData()
        form.set('item', item)
        form.set('channel', channel)
        form.set('file', file, file.name)
        return form
      },
    }),
  )
  const { documentId } = reply as { readonly documentId?: unknown }
  if (typeof documentId !== 'string') throw Problem.offline()
  return documentId
}
