import { Type } from 'typebox'
import { closed, id, line, oneOf } from '../values.ts'
import { contentHash, place, text, wireInstant } from './values.ts'

/** Photographs are documents of the claim: named here in the order in which they tell what was found. */
const photograph = closed({ documentId: id, caption: Type.Optional(line(200)) })

const statement = closed({
  by: oneOf(['insured', 'driver', 'victim', 'witness', 'police', 'other']),
  name: Type.Optional(line(100)),
  text: text(4000),
  signedAt: Type.Optional(wireInstant),
})

/** What the surveyor found. Whether it is complete is judged when it is submitted. */
export const surveyReport = closed(
  {
    surveyedAt: Type.Optional(wireInstant),
    place: Type.Optional(place),
    placeText: Type.Optional(line(300)),
    findings: Type.Optional(text(10_000)),
    conclusion: Type.Optional(text(4000)),
    causeAgrees: Type.Optional(Type.Boolean({ description: 'What was reported fits what was found.' })),
    photographs: Type.Optional(Type.Array(photograph, { maxItems: 200 })),
    statements: Type.Optional(Type.Array(statement, { maxItems: 50 })),
    sketchDocumentId: Type.Optional(id),
    signature: Type.Optional(
      closed({ documentId: id, contentHash, signedBy: line(100), signedAt: wireInstant }),
    ),
  },
  {
    example: {
      surveyedAt: '2026-03-09T14:00:00+08:00',
      placeText: '深圳市南山区深南大道',
      findings: '现场痕迹与报案所述一致，损失部位已逐一拍照。',
      conclusion: '属实，建议按实际损失核定。',
      causeAgrees: true,
      photographs: [{ documentId: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55', caption: '后保险杠' }],
      statements: [{ by: 'insured', text: '事故经过如报案所述。' }],
    },
  },
)
