import { Type } from 'typebox'
import { stages } from '../../../domain/claim/stages.ts'
import { taskKinds } from '../../../domain/claim/state.ts'
import { lines } from '../../../domain/policy/terms.ts'
import { closed, fenAmount, id, line, list, nullable, oneOf } from '../values.ts'
import { textSchema } from '../problem.ts'
import { contact } from './report.ts'
import { step } from './stage-path.ts'
import { contentHash, wireInstant } from './values.ts'

const when = nullable(wireInstant)
const code = nullable(Type.String())
/** Shapes that the domain owns and that screens read by name; described where they are made, and shown in part. */
const asDecided = (description: string, example: object) =>
  Type.Object({}, { additionalProperties: true, description, examples: [example] })

const told = {
  claimId: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55',
  epoch: 1,
  version: 12,
  stage: 'survey',
  clocks: [{ key: 'determination', nextAt: '2026-03-10T10:30:00+08:00' }],
}

const cursor = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[A-Za-z0-9_-]+$',
    description: '`next` of the page before.',
  }),
)
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
export const pageQuery = closed({ cursor, limit })

const listedClaim = closed({
  claimId: id,
  caseNumber: Type.String(),
  line: oneOf(lines),
  cause: Type.String(),
  stage: oneOf(stages),
  outcome: code,
  priority: Type.Integer(),
  lossAt: wireInstant,
  registeredAt: wireInstant,
  updatedAt: wireInstant,
})

export const ownClaims = closed({
  claims: list(
    closed({
      ...listedClaim.properties,
      policyId: id,
      wantedDocuments: Type.Integer({ description: 'How many papers the customer still has to send.' }),
    }),
  ),
  next: nullable(Type.String()),
})

export const claimSearch = closed(
  {
    caseNumber: Type.Optional(line(40)),
    policyNumber: Type.Optional(line(40)),
    plate: Type.Optional(line(20)),
    phone: Type.Optional(line(32)),
    stage: Type.Optional(oneOf(stages)),
    line: Type.Optional(oneOf(lines)),
    cursor,
    limit,
  },
  {
    description:
      'Everything that is named has to fit. In a body, so that no plate or telephone stands in a URL.',
    example: { plate: '粤B12345', stage: 'documents', limit: 20 },
  },
)

export const foundClaims = closed({ claims: list(listedClaim), next: nullable(Type.String()) })

export const worklistQuery = closed({
  view: Type.Optional(oneOf(['mine', 'team', 'unassigned'], 'Default: mine.')),
  kind: Type.Optional(oneOf(taskKinds, 'Work of this kind only.')),
  cursor,
  limit,
})

export const worklist = closed({
  tasks: list(
    closed({
      taskId: Type.String(),
      kind: Type.String(),
      role: Type.String(),
      claimId: id,
      caseNumber: Type.String(),
      line: oneOf(lines),
      stage: oneOf(stages),
      priority: Type.Integer(),
      assigneeId: nullable(id),
      assigneeName: code,
      customer: code,
      estimatedMinor: nullable(fenAmount),
      asked: nullable(
        closed(
          {
            settlementId: Type.String(),
            kind: oneOf(['final', 'advance', 'repayment']),
            amountMinor: fenAmount,
          },
          { description: 'What is to be decided or released; null for all other work.' },
        ),
      ),
      clock: nullable(closed({ kind: Type.String(), status: Type.String(), warnAt: when })),
      dueAt: when,
      openedAt: wireInstant,
    }),
    'By what is due first; what has no time comes last.',
  ),
  counts: closed({
    mine: Type.Integer(),
    mineDueToday: Type.Integer(),
    team: Type.Integer(),
    unassigned: Type.Integer(),
  }),
  next: nullable(Type.String()),
})

const historyEntry = closed({
  sequence: Type.Integer(),
  type: Type.String(),
  data: asDecided('Codes and ids of the event; no personal data.', { panelRun: 2 }),
  note: code,
  fromStage: code,
  toStage: code,
  actorId: nullable(id),
  actorKind: Type.String(),
  actorName: code,
  at: wireInstant,
})

export const historyQuery = closed({
  after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})
export const history = closed({ events: list(historyEntry), next: nullable(Type.Integer()) })

export const ruleUses = closed({
  uses: list(
    closed({
      table: Type.String(),
      version: Type.Integer(),
      commandId: id,
      use: asDecided('Inputs, rows that fired, outputs.', {
        inputs: { line: 'motorCommercial', amountMinor: 280_000 },
        rows: ['smallMotor'],
        outputs: [{ required: false }],
      }),
      at: wireInstant,
    }),
  ),
})

export const messageThread = closed({
  messages: list(
    closed({
      messageId: id,
      fromCustomer: Type.Boolean(),
      authorName: code,
      mine: Type.Boolean(),
      text: Type.String(),
      at: wireInstant,
    }),
  ),
})

const document = closed({
  documentId: id,
  item: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  channel: Type.String(),
  receivedAt: wireInstant,
  uploadedBy: nullable(id),
  state: oneOf(['stored', 'ready', 'failed']),
  failure: nullable(closed({ code: Type.String(), text: textSchema })),
  contentHash,
})

export const documentList = closed({ documents: list(document) })

export const sheetVersion = closed({
  version: Type.Integer(),
  hash: contentHash,
  authorId: nullable(id),
  at: wireInstant,
  input: asDecided('What went in: SheetInput.', { wordingId: 'motorCommercial2020', lossDate: '2026-03-09' }),
  result: asDecided('What came out, with every step.', {
    outcome: 'calculated',
    payableMinor: 280_000,
    steps: [],
  }),
  rerun: closed({
    agrees: Type.Boolean({ description: 'Calculated again now, every figure is the same.' }),
    differences: list(
      asDecided('A figure of the stored sheet, and what it would be today.', {
        what: 'payable',
        before: 280_000,
        after: 281_000,
      }),
    ),
    engineVersion: Type.String(),
  }),
})

export const claimView = closed(
  {
    claimId: id,
    caseNumber: Type.String(),
    version: Type.Integer(),
    claim: asDecided(
      'The state of the claim: stage, checklist, panel, survey, sheets, settlements, intents, clocks, tasks.',
      { stage: 'survey', outcome: null, checklist: [], sheets: [], settlements: [], intents: [] },
    ),
    path: list(step, 'The seven stages.'),
    policy: asDecided('The policy as of the moment of loss, endorsements applied.', {
      policyNumber: 'PDZA202601010000001',
    }),
    insuredObjects: list(
      textSchema,
      'Vehicle, building or contents that the policy insures, number and address masked; none where persons are insured.',
    ),
    report: nullable(
      asDecided('What was reported, in the words of whoever did.', {
        narrative: '等红灯时被后车追尾，后保险杠破损。',
      }),
    ),
    survey: nullable(
      asDecided('The newest survey report, with its version and hash.', {
        version: 1,
        body: { causeAgrees: true },
      }),
    ),
    parties: list(
      asDecided('Personal data masked; sensitive views show it and are recorded.', {
        role: 'insured',
        name: '张*',
      }),
    ),
    contact: nullable(contact),
    people: list(closed({ personId: id, name: Type.String() }), 'Working names of staff who are named here.'),
    documents: list(document),
    notices: list(
      asDecided('What was sent to whom, and whether it arrived.', {
        template: 'acknowledgement',
        state: 'delivered',
      }),
    ),
    messages: messageThread.properties.messages,
    events: list(historyEntry, 'The last 200; the history has all.'),
    ruleUses: ruleUses.properties.uses,
    allowed: list(Type.String(), 'What the reader may do with this claim, as far as rights go.'),
  },
  { description: 'Everything about a claim, for staff.' },
)

export const workflowState = closed({
  told: nullable(asDecided('The claim as the workflow knows it.', told)),
  row: asDecided('The same as it stands in the database.', told),
  waitsUntil: nullable(wireInstant),
  doing: code,
  current: Type.Boolean({ description: 'The workflow knows the newest version.' }),
})

export const ledger = closed({
  entries: list(
    closed({
      groupId: id,
      account: Type.String(),
      side: oneOf(['debit', 'credit']),
      amountMinor: fenAmount,
      currency: Type.String(),
      reason: Type.String(),
      intentId: nullable(id),
      eventSequence: Type.Integer(),
      postingDate: Type.String(),
      at: wireInstant,
    }),
  ),
  balances: list(closed({ account: Type.String(), debitMinor: fenAmount, creditMinor: fenAmount })),
  balanced: Type.Boolean(),
})
