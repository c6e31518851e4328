import type { Invariant } from './invariant.ts'
import { acknowledgedOnce } from './invariants/i01-acknowledged-once.ts'
import { noGhost } from './invariants/i02-no-ghost.ts'
import { validPath } from './invariants/i03-valid-path.ts'
import { acknowledgedWriteSurvives } from './invariants/i04-acknowledged-write-survives.ts'
import { noLostUpdate } from './invariants/i05-no-lost-update.ts'
import { neverOverPaid } from './invariants/i07-never-over-paid.ts'
import { fullyPaid } from './invariants/i08-fully-paid.ts'
import { atMostOnce } from './invariants/i09-at-most-once.ts'
import { authorised } from './invariants/i10-authorised.ts'
import { oneDecision } from './invariants/i11-one-decision.ts'
import { authorityAtOnce } from './invariants/i12-authority-at-once.ts'
import { clocks } from './invariants/i13-clocks.ts'
import { readModel } from './invariants/i14-read-model.ts'
import { ledger } from './invariants/i15-ledger.ts'
import { audit } from './invariants/i16-audit.ts'
import { idempotency } from './invariants/i17-idempotency.ts'
import { noStuck } from './invariants/i21-no-stuck.ts'
import { outboxEmpty } from './invariants/i22-outbox-empty.ts'
import { determinism } from './invariants/i24-determinism.ts'

export const invariants: readonly Invariant[] = [
  acknowledgedOnce,
  noGhost,
  validPath,
  acknowledgedWriteSurvives,
  noLostUpdate,
  neverOverPaid,
  fullyPaid,
  atMostOnce,
  authorised,
  oneDecision,
  authorityAtOnce,
  clocks,
  readModel,
  ledger,
  audit,
  idempotency,
  noStuck,
  outboxEmpty,
  determinism,
]
