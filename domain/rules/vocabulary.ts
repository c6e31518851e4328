/** The closed lists of words that rules speak. A word that is not here cannot be published in a table. */

export const lossCauses = [
  'collision',
  'singleVehicle',
  'theft',
  'glass',
  'scratch',
  'fire',
  'flood',
  'storm',
  'explosion',
  'burglary',
  'waterDamage',
  'fallOrInjury',
  'trafficAccident',
  'illness',
  'hospitalisation',
  'death',
] as const
export type LossCause = (typeof lossCauses)[number]

export const checklistItems = [
  'claimApplication',
  'policy',
  'identityDocument',
  'bankAccount',
  'photographs',
  'drivingLicence',
  'vehicleLicence',
  'policeCertificate',
  'liabilityAgreement',
  'fireCertificate',
  'weatherCertificate',
  'theftReport',
  'lossList',
  'repairInvoice',
  'repairQuotation',
  'purchaseProof',
  'ownershipProof',
  'vehicleKeys',
  'medicalInvoice',
  'medicalRecord',
  'costList',
  'incomeProof',
  'disabilityReport',
  'deathCertificate',
  'kinshipProof',
  'thirdPartyIdentity',
  'compensationProof',
  'accidentProof',
  'otherInsuranceStatement',
  'otherEvidence',
] as const
export type ChecklistItem = (typeof checklistItems)[number]

export const coverageCheckNames = [
  'inForce',
  'premiumPaid',
  'waitingPeriod',
  'insuredObject',
  'peril',
  'exclusion',
  'limitsLeft',
] as const
export type CoverageCheckName = (typeof coverageCheckNames)[number]

/** What a person may reject for: a check, or the limitation, which no check counts against anybody by itself. */
export const rejectionGrounds = [...coverageCheckNames, 'limitation'] as const
export type RejectionGround = (typeof rejectionGrounds)[number]

/** What has to hold before software settles a claim alone; each has its rows, and refers to a person otherwise. */
export const fastTrackRules = [
  'kind',
  'people',
  'doubt',
  'amount',
  'agreement',
  'documents',
  'coverage',
  'survey',
  'duplicate',
  'payee',
  'dispute',
  'customerLimit',
  'policyLimit',
  'authority',
] as const

export const exclusionCodes = [
  'none',
  'drunkDriving',
  'unlicensedDriver',
  'intentionalAct',
  'changedUse',
  'vehicleNotInspected',
  'racing',
  'wearAndTear',
  'warOrNuclear',
  'preExistingCondition',
  'other',
] as const
export type ExclusionCode = (typeof exclusionCodes)[number]

export const clockKinds = [
  'firstContact',
  'surveyorAnswer',
  'surveyorContact',
  'documentsNotice',
  'documentsReview',
  'acceptanceDecision',
  'determination',
  'survey',
  'damageAssessment',
  'agreement',
  'approvalLevel',
  'payment',
  'rejectionLetter',
  'advance60',
  'afterCare',
  'noticeReminder',
  'supplement',
] as const
export type ClockKind = (typeof clockKinds)[number]

export const escalationActions = ['remind', 'raisePriority', 'informSupervisor', 'reassign'] as const
export type EscalationAction = (typeof escalationActions)[number]
