import './claim.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import { Failed, Loading } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { Desk } from './desk.tsx'
import { HeaderStrip } from './header/header-strip.tsx'
import { claimQuery, type ClaimView } from './queries.ts'
import { Rail } from './rail.tsx'
import { CoverageSection } from './sections/coverage-section.tsx'
import { DocumentsSection } from './sections/documents-section.tsx'
import { FastTrackSection } from './sections/fast-track-section.tsx'
import { ReserveSection } from './reserve/reserve-section.tsx'
import { ApprovalSection, PaymentSection } from './sections/money-sections.tsx'
import { PeopleSection } from './sections/people-section.tsx'
import { PolicySection } from './sections/policy-section.tsx'
import { ReportSection } from './sections/report-section.tsx'
import { SheetSection } from './sections/sheet-section.tsx'
import { SurveySection } from './sections/survey-section.tsx'
import { ViewerContext } from './viewer/viewer-context.ts'
import { Viewer } from './viewer/viewer.tsx'

/** One claim in one view, for everybody of the staff who may see it. */
export function ClaimPage() {
  const { claimId } = useParams({ from: '/shell/claims/$claimId' })
  const claim = useQuery(claimQuery(claimId))
  if (claim.isPending) return <Loading lines={8} />
  if (claim.isError) return <Failed error={claim.error} again={() => void claim.refetch()} />
  return <ClaimInView view={claim.data} />
}

function ClaimInView({ view }: { readonly view: ClaimView }) {
  const { me } = useRouteContext({ from: '/shell' })
  const [document, setDocument] = useState<string | null>(null)
  return (
    <ViewerContext value={setDocument}>
      <HeaderStrip view={view} />
      <Desk view={view} personId={me.personId} />
      <div className="cl-columns">
        <div className="cl-body">
          <Places view={view} />
          <ReportSection view={view} />
          <PolicySection view={view} />
          <PeopleSection view={view} />
          <DocumentsSection view={view} />
          <FastTrackSection view={view} />
          <CoverageSection view={view} />
          <SurveySection view={view} />
          <SheetSection view={view} />
          <ApprovalSection view={view} />
          <PaymentSection view={view} />
          <ReserveSection view={view} />
        </div>
        <Rail view={view} />
      </div>
      {document !== null && <Viewer view={view} documentId={document} close={() => setDocument(null)} />}
    </ViewerContext>
  )
}

/** Ways to the sections that are there, always in view. */
function Places({ view: { claim, claimId } }: { readonly view: ClaimView }) {
  const t = useText()
  const places = [
    'report',
    'policy',
    'people',
    'documents',
    ...(claim.fastTrack === undefined ? [] : ['fastTrack']),
    ...(claim.panel === null ? [] : ['coverage']),
    ...(claim.survey.need === null ? [] : ['survey']),
    ...(claim.sheets.length === 0 ? [] : ['sheet']),
    ...(claim.settlements.length === 0 ? [] : ['approval']),
    ...(claim.intents.length === 0 ? [] : ['payment']),
    'reserve',
  ]
  return (
    <nav className="cl-places lp-no-print" aria-label={t('claim:places')}>
      {places.map((place) => (
        <a
          key={place}
          href={`#${place}`}
          onClick={() => document.querySelector(`#${place}`)?.setAttribute('open', '')}
        >
          {t(`claim:section.${place}`)}
        </a>
      ))}
      <Link to="/claims/$claimId/print" params={{ claimId }}>
        {t('claim:print.claim')}
      </Link>
    </nav>
  )
}
