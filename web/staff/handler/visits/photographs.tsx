import { useState } from 'react'
import { FileButton, pictures } from '../../../blocks/file-button.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { markOf, upload } from '../../claim/forms/upload.ts'
import { useMove } from '../../claim/forms/use-move.ts'
import type { ClaimView, SurveyBody } from '../../claim/queries.ts'

type Photographs = NonNullable<SurveyBody['photographs']>

interface PhotographsProps {
  readonly view: ClaimView
  readonly chosen: Photographs
  readonly change: (chosen: Photographs) => void
}

/** Pictures from the camera, sent one after the other while the report is written. */
export function Photographs({ view: { claimId, claim, documents }, chosen, change }: PhotographsProps) {
  const t = useText()
  const [waiting, setWaiting] = useState(0)
  const item = claim.checklist.find((line) => line.item === 'photographs')?.item ?? claim.checklist[0]?.item
  const send = useMove(
    claimId,
    ({ file }: { file: File; mark: string }, key: string) =>
      upload(claimId, { item: item ?? 'photographs', channel: 'upload', file }, key),
    () => undefined,
  )
  const sendAll = async (files: readonly File[]) => {
    setWaiting(files.length)
    let sent = chosen
    try {
      for (const file of files) {
        sent = [...sent, { documentId: await send.mutateAsync({ file, mark: markOf(file) }) }]
        change(sent)
        setWaiting((left) => left - 1)
      }
    } catch {
      // The line below says why; what has arrived stays in the report.
      setWaiting(0)
    }
  }
  return (
    <div className="lp-field">
      <span>{t('handler:visit.photographs')}</span>
      <FileButton
        label={t('handler:visit.takePhotographs')}
        accept={pictures}
        camera
        multiple
        chosen={(files) => void sendAll(files)}
      />
      {waiting > 0 && <progress aria-label={t('handler:visit.sending', { count: waiting })} />}
      <ProblemLine error={send.error} />
      <div className="vi-photographs">
        {chosen.map(({ documentId, caption = '' }, index) => {
          const ready = documents.some((one) => one.documentId === documentId && one.state === 'ready')
          const name = t('handler:visit.photograph', { number: index + 1 })
          return (
            <figure key={documentId}>
              {ready ? (
                <img src={`/claims/${claimId}/documents/${documentId}/thumbnail`} alt={name} />
              ) : (
                <span>{t('handler:visit.arrived')}</span>
              )}
              <input
                aria-label={`${name} ${t('handler:visit.caption')}`}
                placeholder={t('handler:visit.caption')}
                maxLength={200}
                value={caption}
                onChange={(event) =>
                  change(
                    chosen.map((one, place) =>
                      place === index ? { documentId, caption: event.target.value } : one,
                    ),
                  )
                }
              />
            </figure>
          )
        })}
      </div>
    </div>
  )
}
