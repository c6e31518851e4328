import { Type } from 'typebox'
import { fastTrackReasons } from '../../db/fast-track.ts'
import { fastTrackFindings } from '../../domain/claim/fast-track-state.ts'
import { note, wireInstant } from './claim/values.ts'
import { closed, fenAmount, id, line, list, nullable, oneOf } from './values.ts'

const basisPoints = Type.Integer({
  minimum: 0,
  maximum: 10_000,
  description: 'Share of the claims that software pays which is drawn for an audit, in 1/10,000.',
})
const seed = line(100)

const settings = closed({
  open: Type.Boolean({ description: 'Whether software settles claims at all.' }),
  sampleBasisPoints: basisPoints,
  sampleSeed: seed,
  reason: oneOf(fastTrackReasons),
  setBy: nullable(id),
  setByName: nullable(Type.String()),
  setAt: wireInstant,
})

export const fastTrackState = closed({
  ...settings.properties,
  history: list(settings, 'What was set, newest first; the first one holds.'),
})

export const fastTrackChange = closed(
  {
    open: Type.Optional(settings.properties.open),
    sampleBasisPoints: Type.Optional(basisPoints),
    sampleSeed: Type.Optional(seed),
    reason: oneOf(fastTrackReasons.filter((reason) => reason !== 'shipped')),
  },
  { example: { open: false, reason: 'incident' } },
)

const finding = oneOf(fastTrackFindings)

export const fastTrackSamples = closed({
  samples: list(
    closed({
      claimId: id,
      caseNumber: Type.String(),
      paidMinor: fenAmount,
      drawnAt: wireInstant,
      finding: nullable(finding),
      reviewedBy: nullable(id),
      reviewedAt: nullable(wireInstant),
    }),
    'Newest first; what nobody has looked at comes first.',
  ),
})

export const fastTrackReview = closed({ finding, note })
