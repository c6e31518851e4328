import type { Line } from '../../../domain/policy/terms.ts'
import { useText } from '../../language/language.ts'
import { FileButton } from '../../blocks/file-button.tsx'
import { addFiles, type Upload } from '../uploads/upload-queue.ts'
import { ChosenPictures } from './chosen-pictures.tsx'
import { shotsOf } from './shots.ts'
import type { StepProps } from './what-step.tsx'

interface PicturesStepProps extends StepProps {
  readonly pictures: readonly Upload[]
  readonly next: () => void
  readonly back: () => void
}

/** Which pictures help, one button each; as many as there are, and none is demanded. */
export function PicturesStep({ policy, pictures, next, back }: PicturesStepProps) {
  const t = useText()
  const line: Line = policy.line
  return (
    <>
      <p>{t('customer:report.pictures')}</p>
      <ul className="my-checklist">
        {shotsOf[line].map(({ name, item }) => (
          <li key={name}>
            <p>
              <strong>{t(`customer:shot.${name}.title`)}</strong>
              <br />
              <small>{t(`customer:shot.${name}.how`)}</small>
            </p>
            <FileButton
              multiple
              label={t('customer:report.take', { what: t(`customer:shot.${name}.title`) })}
              chosen={(files) => addFiles(null, item, files)}
            />
          </li>
        ))}
      </ul>
      <ChosenPictures pictures={pictures} />
      <p className="my-next">
        <button type="button" className="lp-main-button" onClick={next}>
          {t(pictures.length === 0 ? 'customer:report.later' : 'customer:report.next')}
        </button>
        <button type="button" className="lp-quiet-button" onClick={back}>
          {t('customer:back')}
        </button>
      </p>
    </>
  )
}
