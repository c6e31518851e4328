/** Papers that arrive at the counter, and those that are done without. */
import { useState } from 'react'
import type { ChecklistItem } from '../../../../domain/rules/vocabulary.ts'
import { FileButton } from '../../../blocks/file-button.tsx'
import { answer, api } from '../../../http/client.ts'
import { useSay, useText } from '../../../language/language.ts'
import { ActionForm, Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, useMove } from './use-move.ts'
import { markOf, type SentFile, upload } from './upload.ts'

const channels = ['upload', 'scan', 'courier'] as const

export function UploadForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const say = useSay()
  const wanted = claim.checklist.find(({ state }) => state === 'wanted' || state === 'refused')
  const [item, setItem] = useState<string>(wanted?.item ?? claim.checklist[0]?.item ?? '')
  const [channel, setChannel] = useState<string>('scan')
  const [file, setFile] = useState<File | null>(null)
  const change = useMove(claimId, (sent: SentFile, key) => upload(claimId, sent, key), done)
  return (
    <ActionForm
      act={t('claim:act.upload')}
      pending={change.isPending}
      error={change.error}
      missing={file === null ? t('claim:upload.choose') : null}
      send={() => {
        if (file === null) return
        change.mutate({
          item: item as ChecklistItem,
          channel: channels.find((one) => one === channel) ?? 'upload',
          file,
          mark: markOf(file),
        })
      }}
    >
      <div className="cl-grid">
        <Select
          label={t('claim:upload.item')}
          value={item}
          options={claim.checklist.map(({ item: value, label }) => ({ value, name: say(label) }))}
          change={setItem}
        />
        <Select
          label={t('claim:upload.channel')}
          value={channel}
          options={channels.map((value) => ({ value, name: t(`claim:channel.${value}`) }))}
          change={setChannel}
        />
        <div className="lp-field">
          <span>{t('claim:upload.file')}</span>
          <FileButton
            label={file?.name ?? t('blocks:file.choose')}
            chosen={([first]) => setFile(first ?? null)}
          />
        </div>
      </div>
    </ActionForm>
  )
}

export function WaiveForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const say = useSay()
  const open = claim.checklist.filter(({ state }) => state !== 'accepted')
  const draft = useDraft(`${claimId}.waive`, { item: open[0]?.item ?? '', note: '' })
  const { item, note } = draft.value
  const change = useMove(
    claimId,
    (body: { item: ChecklistItem; note: string }, key) =>
      answer(api.POST('/claims/{claimId}/waivers', { params: at(claimId, key), body })),
    draft.over(done),
  )
  return (
    <ActionForm
      act={t('claim:act.waive')}
      pending={change.isPending}
      error={change.error}
      missing={note.trim() === '' ? t('claim:reasonMissing') : null}
      send={() => change.mutate({ item: item as ChecklistItem, note: note.trim() })}
    >
      <Select
        label={t('claim:upload.item')}
        value={item}
        options={open.map(({ item: value, label }) => ({ value, name: say(label) }))}
        change={(value) => draft.change({ item: value })}
      />
      <Area label={t('claim:reason')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
