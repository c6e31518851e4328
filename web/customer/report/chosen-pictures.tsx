import { useEffect, useState } from 'react'
import { useText } from '../../language/language.ts'
import { removeFile, type Upload } from '../uploads/upload-queue.ts'

/** What was chosen and goes with the report; a slip can be taken out again. */
export function ChosenPictures({ pictures }: { readonly pictures: readonly Upload[] }) {
  const t = useText()
  if (pictures.length === 0) return null
  return (
    <section>
      <h2>{t('customer:report.chosen', { count: pictures.length })}</h2>
      <ul className="my-sent">
        {pictures.map(({ id, name, blob }) => (
          <li key={id}>
            <Preview name={name} blob={blob} />
            <button type="button" className="lp-quiet-button" onClick={() => removeFile(id)}>
              {t('customer:report.takeOut')}
              <span className="lp-hidden"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Preview({ name, blob }: { readonly name: string; readonly blob: Blob }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!blob.type.startsWith('image/')) return undefined
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address === null ? (
    <span className="my-file-name">{name}</span>
  ) : (
    <img src={address} alt={name} width={72} height={72} />
  )
}
