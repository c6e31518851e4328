import type { FilePolicy, ImportFile } from '../../../db/policies/import/file-schema.ts'
import { fen } from '../../../domain/money.ts'

/** What no table may hold in clear. */
export const canaries = {
  name: '欧阳金丝雀',
  identityNumber: '31010119900307831X',
  phone: '19912345670',
  plate: '沪A9K7M2',
  vehicleNumber: 'LSVAA4182E2184847',
  engineNumber: 'CANARY998877',
  address: '金丝雀路一二三号',
}

/** A commercial motor policy of 2026 without any fault. */
export function motorPolicy(): FilePolicy {
  return {
    policyNumber: 'PDAA202631010000001',
    productId: 'motor-commercial',
    branchCode: '3101',
    inceptionAt: '2026-01-01T00:00:00+08:00',
    expiryAt: '2027-01-01T00:00:00+08:00',
    terms: {
      wordingId: 'motorCommercial2020',
      coverages: [
        { coverage: 'ownDamage', sumInsuredMinor: fen(18_000_000), deductibleMinor: fen(50_000) },
        { coverage: 'thirdParty', sumInsuredMinor: fen(100_000_000) },
      ],
      perils: ['collision', 'singleVehicle'],
      exclusions: ['drunkDriving'],
      waitingPeriodDays: 0,
      disclosureProof: 'a'.repeat(64),
      riders: ['absoluteDeductible10'],
    },
    people: [
      {
        roles: ['holder', 'insured'],
        kind: 'natural',
        name: canaries.name,
        identityNumber: canaries.identityNumber,
        phone: canaries.phone,
      },
    ],
    objects: [
      {
        kind: 'vehicle',
        plate: canaries.plate,
        vehicleNumber: canaries.vehicleNumber,
        engineNumber: canaries.engineNumber,
        seats: 5,
        usage: 'family',
        firstRegisteredOn: '2023-05-10',
        newPriceMinor: fen(20_000_000),
      },
    ],
    endorsements: [],
    premiumEvents: [{ status: 'paid', at: '2025-12-28T10:00:00+08:00' }],
  }
}

/** A household policy without any fault, of the same holder. */
export function householdPolicy(): FilePolicy {
  const motor = motorPolicy()
  return {
    ...motor,
    policyNumber: 'PQJC202631010000002',
    productId: 'household',
    terms: {
      wordingId: 'propertyHousehold',
      coverages: [
        { coverage: 'property', subject: 'building', sumInsuredMinor: fen(200_000_000) },
        { coverage: 'property', subject: 'contents', sumInsuredMinor: fen(20_000_000), firstLoss: true },
      ],
      perils: ['fire', 'waterDamage'],
      exclusions: ['wearAndTear'],
      waitingPeriodDays: 0,
    },
    objects: [{ kind: 'building', address: canaries.address }],
  }
}

export function sampleFile(...policies: readonly FilePolicy[]): ImportFile {
  return {
    format: 'lipei.policies/1',
    branches: [{ code: '3101', name: '上海分公司' }],
    products: [
      {
        id: 'motor-commercial',
        line: 'motorCommercial',
        name: { zh: '机动车商业保险', en: 'Commercial motor insurance' },
        wordings: [
          { wordingId: 'motorCommercial2020', from: '2020-09-19' },
          { wordingId: 'motorCommercial2014', from: '2014-01-01', to: '2020-09-18' },
        ],
      },
      {
        id: 'household',
        line: 'property',
        name: { zh: '家庭财产保险', en: 'Household insurance' },
        wordings: [{ wordingId: 'propertyHousehold', from: '2010-01-01' }],
      },
    ],
    policies: [...policies],
  }
}
