import { ProblemLine } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { removeFile, sendAgain, type Upload } from './upload-queue.ts'

/** One file on its way: how far it is, or what stopped it and what can be done. */
export function UploadLine({ upload }: { readonly upload: Upload }) {
  const t = useText()
  const { id, name, state, progress, problem } = upload
  const cut = state === 'waiting' && problem !== null
  const stands = cut ? 'cut' : state
  return (
    <div className="my-upload" data-state={stands}>
      <p>
        <span className="my-file-name">{name}</span>
        <span role="status">{t(`customer:upload.${stands}`)}</span>
      </p>
      {state === 'sending' && <progress aria-label={name} value={progress} max={1} />}
      {state === 'refused' && <ProblemLine error={problem} />}
      {(cut || state === 'refused') && (
        <p>
          <button type="button" className="lp-plain-button" onClick={() => sendAgain(id)}>
            {t('customer:upload.again')}
          </button>{' '}
          <button type="button" className="lp-quiet-button" onClick={() => removeFile(id)}>
            {t('customer:upload.remove')}
          </button>
        </p>
      )}
    </div>
  )
}
