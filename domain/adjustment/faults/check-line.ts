import type { CoverageInput, LineInput } from '../coverage-input.ts'
import { itemsOfCoverage } from '../items.ts'
import { deriveItem } from '../motor/injury-items.ts'
import { floor, rational, sum } from '../rational.ts'
import type { Claimant } from '../sheet-types.ts'
import type { FaultList } from './fault-list.ts'

/** Whose losses a coverage pays: the insured is no third party, and a third party has no own damage. */
const rolesOfCoverage: Readonly<Record<string, readonly Claimant['role'][]>> = {
  compulsoryMotor: ['otherVehicle', 'outsideVehicles'],
  thirdParty: ['otherVehicle', 'outsideVehicles'],
  driverSeat: ['insured', 'driver', 'beneficiary'],
  ownDamage: ['insured', 'beneficiary'],
  property: ['insured', 'beneficiary'],
  liability: ['thirdParty', 'insured'],
  accidentMedical: ['insured', 'beneficiary'],
  healthMedical: ['insured', 'beneficiary'],
}

function checkClass(list: FaultList, line: LineInput, path: string): void {
  list.require(line.catalogueClass !== undefined, 'classMissing', `${path}.catalogueClass`)
  const needsSelfPay = line.catalogueClass === 'B'
  if (needsSelfPay) list.require(line.selfPayRate !== undefined, 'factMissing', `${path}.selfPayRate`)
  else
    list.require(line.selfPayRate === undefined, 'contradiction', `${path}.selfPayRate`, {
      against: `${path}.catalogueClass`,
    })
}

function checkDerivation(list: FaultList, line: LineInput, path: string): void {
  const { derivation } = line
  if (!derivation) return
  const place = `${path}.derivation`
  list.require(derivation.formula === line.item, 'contradiction', `${place}.formula`, {
    against: `${path}.item`,
  })
  const supported =
    derivation.formula !== 'dependants' || derivation.dependants.every((one) => one.supporters > 0)
  if (!supported) {
    list.add('countInvalid', `${place}.dependants`)
    return
  }
  const rounded = floor(sum(deriveItem(derivation).exact, rational(1n, 2n)))
  const assessed = BigInt(line.assessedMinor)
  const code = areHundredfold(rounded, assessed) ? 'unitsMixed' : 'derivationDiffers'
  list.require(rounded === assessed, code, `${path}.assessedMinor`, {
    against: { path: place, value: String(rounded) },
  })
}

/** Fen stand where the other amount has yuan. */
function areHundredfold(a: bigint, b: bigint): boolean {
  return a !== 0n && b !== 0n && (a === b * 100n || b === a * 100n)
}

/** Receipts that are listed are all that was asked for on the line: their sum is the amount, to the fen. */
function checkReceipts(list: FaultList, line: LineInput, path: string, isMedical: boolean): void {
  const { receipts, askedMinor } = line
  if (receipts === undefined) return
  receipts.forEach(({ amountMinor, paidByOthersMinor }, index) => {
    if (paidByOthersMinor === undefined) return
    const place = `${path}.receipts[${index}]`
    list.require(isMedical, 'contradiction', `${place}.paidByOthersMinor`, {
      against: `${coveragePath(path)}.coverage`,
    })
    list.require(paidByOthersMinor <= amountMinor, 'aboveLoss', `${place}.paidByOthersMinor`, {
      against: `${place}.amountMinor`,
    })
  })
  const total = receipts.reduce((all, { amountMinor }) => all + BigInt(amountMinor), 0n)
  const asked = BigInt(askedMinor)
  list.require(
    total === asked,
    areHundredfold(total, asked) ? 'unitsMixed' : 'receiptsDiffer',
    `${path}.receipts`,
    {
      against: `${path}.askedMinor`,
      value: String(total),
    },
  )
}

export function checkLine(
  list: FaultList,
  coverage: CoverageInput['coverage'],
  claimants: readonly Claimant[],
  line: LineInput,
  path: string,
): void {
  list.require(itemsOfCoverage[coverage]?.includes(line.item) ?? false, 'itemUnknown', `${path}.item`, {
    against: `${coveragePath(path)}.coverage`,
  })
  const claimant = claimants.find(({ claimantId }) => claimantId === line.claimantId)
  if (claimant) {
    const fits = rolesOfCoverage[coverage]?.includes(claimant.role) ?? false
    list.require(fits, 'contradiction', `${path}.claimantId`, {
      against: `claimants[${claimants.indexOf(claimant)}].role`,
    })
  } else {
    list.add('claimantUnknown', `${path}.claimantId`)
  }
  const { agreedMinor, askedMinor, assessedMinor, saved } = line
  list.require(
    agreedMinor === undefined || agreedMinor <= askedMinor,
    'agreedAboveAsked',
    `${path}.agreedMinor`,
    { against: `${path}.askedMinor` },
  )
  // What was assessed may be more than was asked; it does not count then, so an agreed amount has to be stated.
  list.require(
    agreedMinor !== undefined || assessedMinor <= askedMinor,
    'assessedAboveAsked',
    `${path}.assessedMinor`,
    { against: `${path}.askedMinor` },
  )
  const isMedical = coverage === 'accidentMedical' || coverage === 'healthMedical'
  if (isMedical) checkClass(list, line, path)
  if (saved) {
    list.require(line.item === 'rescueCost', 'contradiction', `${path}.saved`, { against: `${path}.item` })
    const isPart = saved.totalMinor > 0 && saved.insuredMinor <= saved.totalMinor
    list.require(isPart, 'contradiction', `${path}.saved.insuredMinor`, {
      against: `${path}.saved.totalMinor`,
    })
  }
  checkDerivation(list, line, path)
  checkReceipts(list, line, path, isMedical)
}

function coveragePath(path: string): string {
  return path.slice(0, path.indexOf('.'))
}
