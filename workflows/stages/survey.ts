import { at, issue, type Plan } from '../plan.ts'

/** Finds out whether a survey is needed, asks the nearest surveyor, waits for yes, no or silence, asks the next. */
export const survey: Plan = ({ surveyNeedKnown, surveyorWantedAt }, now) =>
  surveyNeedKnown ? at(surveyorWantedAt, now, issue('askNextSurveyor', {})) : issue('openSurvey', {})
