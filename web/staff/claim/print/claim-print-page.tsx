import '../claim.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { HistoryLine } from '../../../blocks/history-line.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { useEventWords } from '../event-words.ts'
import { forPeople } from '../for-people.ts'
import { HeaderStrip } from '../header/header-strip.tsx'
import { claimQuery, type ClaimView } from '../queries.ts'
import { ReserveSection } from '../reserve/reserve-section.tsx'
import { CoverageSection } from '../sections/coverage-section.tsx'
import { DocumentsSection } from '../sections/documents-section.tsx'
import { FastTrackSection } from '../sections/fast-track-section.tsx'
import { ApprovalSection, PaymentSection } from '../sections/money-sections.tsx'
import { PeopleSection } from '../sections/people-section.tsx'
import { PolicySection } from '../sections/policy-section.tsx'
import { ReportSection } from '../sections/report-section.tsx'
import { SectionsOpen } from '../sections/sections-open.ts'
import { SheetSection } from '../sections/sheet-section.tsx'
import { SurveySection } from '../sections/survey-section.tsx'
import { Paper } from './paper.tsx'

/** The whole claim on paper: every section open, and what happened, oldest first. */
export function ClaimPrintPage() {
  const { claimId } = useParams({ from: '/shell/claims/$claimId/print' })
  const claim = useQuery(claimQuery(claimId))
  if (claim.isPending) return <Loading lines={8} />
  if (claim.isError) return <Failed error={claim.error} again={() => void claim.refetch()} />
  return (
    <Paper claimId={claimId} readAt={claim.dataUpdatedAt}>
      <SectionsOpen value={true}>
        <HeaderStrip view={claim.data} />
        <ReportSection view={claim.data} />
        <PolicySection view={claim.data} />
        <PeopleSection view={claim.data} />
        <DocumentsSection view={claim.data} />
        <FastTrackSection view={claim.data} />
        <CoverageSection view={claim.data} />
        <SurveySection view={claim.data} />
        <SheetSection view={claim.data} />
        <ApprovalSection view={claim.data} />
        <PaymentSection view={claim.data} />
        <ReserveSection view={claim.data} />
        <History view={claim.data} />
      </SectionsOpen>
    </Paper>
  )
}

function History({ view: { claim, events } }: { readonly view: ClaimView }) {
  const t = useText()
  const words = useEventWords(claim)
  return (
    <section>
      <h2>{t('claim:rail.history')}</h2>
      {forPeople(events).map((event) => (
        <HistoryLine
          key={event.sequence}
          at={event.at}
          what={words(event)}
          who={event.leads ? event.actorName : null}
          why={event.note}
        />
      ))}
    </section>
  )
}
