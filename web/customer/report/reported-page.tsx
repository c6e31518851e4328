import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { Shape } from '../../blocks/shape.tsx'
import { Failed, Loading } from '../../blocks/states.tsx'
import { useSay, useText } from '../../language/language.ts'
import { ContactCard } from '../claim/contact-card.tsx'
import { progressQuery } from '../home/queries.ts'
import { UploadLine } from '../uploads/upload-line.tsx'
import { useUploads } from '../uploads/upload-queue.ts'
import { useReported } from './queries.ts'

/** The acknowledgement: number, contact, what happens next, which papers, and the pictures on their way. */
export function ReportedPage() {
  const t = useText()
  const say = useSay()
  const { claimId } = useParams({ from: '/shell/claims/$claimId/reported' })
  const progress = useQuery(progressQuery(claimId))
  const reported = useReported(claimId)
  const uploads = useUploads().filter((one) => one.claimId === claimId)
  if (progress.data === undefined) {
    return progress.isError ? (
      <Failed error={progress.error} again={() => void progress.refetch()} />
    ) : (
      <Loading lines={8} />
    )
  }
  const { caseNumber, checklist, nextStep } = progress.data
  const steps = reported?.nextSteps ?? [nextStep]
  return (
    <>
      <section className="my-standing my-reported">
        <Shape name="tick" size={32} />
        <h1>{t('customer:reported.title')}</h1>
        <p>
          {t('customer:reported.number')} <CaseNumber>{caseNumber}</CaseNumber>
        </p>
      </section>
      <ContactCard progress={progress.data} callBy={progress.data.callBy} />
      <section className="my-card">
        <h2>{t('customer:reported.next')}</h2>
        {steps.length === 1 ? (
          steps.map((text) => <p key={text.zh}>{say(text)}</p>)
        ) : (
          <ol className="my-numbered">
            {steps.map((text) => (
              <li key={text.zh}>{say(text)}</li>
            ))}
          </ol>
        )}
      </section>
      {uploads.length > 0 && (
        <section className="my-card">
          <h2>{t('customer:reported.pictures')}</h2>
          {uploads.map((upload) => (
            <UploadLine key={upload.id} upload={upload} />
          ))}
        </section>
      )}
      <section className="my-card">
        <h2>{t('customer:checklist.title')}</h2>
        <ul className="my-plain">
          {checklist
            .filter(({ need }) => need === 'required')
            .map(({ item, label, state }) => (
              <li key={item} className="my-row">
                <span>{say(label)}</span>
                <small>{t(`customer:checklist.${state}`)}</small>
              </li>
            ))}
        </ul>
      </section>
      <p className="my-next">
        <Link className="lp-main-button my-link" to="/claims/$claimId" params={{ claimId }}>
          {t('customer:reported.open')}
        </Link>
      </p>
    </>
  )
}
