import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import type { ClaimState } from '../../../domain/claim/state.ts'
import type { Text } from '../../../domain/text.ts'

const you: Text = { zh: '您', en: 'you' }

type Role = ClaimState['parties'][number]['role']

const roleNames: Readonly<Record<Role, Text>> = {
  insured: { zh: '被保险人', en: 'the insured' },
  reporter: { zh: '报案人', en: 'who reported' },
  driver: { zh: '驾驶人', en: 'the driver' },
  victim: { zh: '受害人', en: 'victim' },
  beneficiary: { zh: '受益人', en: 'beneficiary' },
  repairer: { zh: '修理厂', en: 'repairer' },
}

/**
 * What claimants are called to whoever reads a sheet that is also about others: themselves, or what they are in the
 * claim, numbered where there are several. Who they are is not for each other.
 */
export function claimantNames(
  { parties }: Pick<ClaimState, 'parties'>,
  own: ReadonlySet<string>,
  { claimants }: Pick<SheetInput, 'claimants'>,
): readonly { readonly claimantId: string; readonly name: Text }[] {
  return claimants.map(({ claimantId }) => {
    const party = parties.find(({ id }) => id === claimantId)
    if (party === undefined || own.has(claimantId)) return { claimantId, name: you }
    const alike = parties.filter(({ role }) => role === party.role)
    const { zh, en } = roleNames[party.role]
    const number = alike.indexOf(party) + 1
    return {
      claimantId,
      name: alike.length === 1 ? { zh, en } : { zh: `${zh}${number}`, en: `${en} ${number}` },
    }
  })
}

/** Whom a sheet speaks of and, where it is told against the one before it, who was in that one and is not any more. */
export function spokenOf(
  now: Pick<SheetInput, 'claimants'>,
  before: Pick<SheetInput, 'claimants'> | undefined,
): Pick<SheetInput, 'claimants'> {
  const kept = new Set(now.claimants.map(({ claimantId }) => claimantId))
  const gone = (before?.claimants ?? []).filter(({ claimantId }) => !kept.has(claimantId))
  return { claimants: [...now.claimants, ...gone] }
}
