import type { ReactElement } from 'react'
import type { ChecklistItem } from '../../../../domain/rules/vocabulary.ts'
import * as drawn from './drawings.tsx'

/** What makes a paper usable; each names its text. */
type Point =
  | 'allKeys'
  | 'amount'
  | 'bothPages'
  | 'bothPeople'
  | 'bothSides'
  | 'bothSigned'
  | 'cardNumber'
  | 'corners'
  | 'diagnosis'
  | 'everyInvoice'
  | 'everyItem'
  | 'everyPage'
  | 'names'
  | 'near'
  | 'noGlare'
  | 'noSecurityCode'
  | 'owner'
  | 'ownCard'
  | 'paidTo'
  | 'plate'
  | 'policyNumber'
  | 'sharp'
  | 'signed'
  | 'stamp'
  | 'sum'
  | 'valid'
  | 'whole'

export interface Sample {
  readonly drawing: ReactElement
  readonly points: readonly [Point, Point, ...Point[]]
}

const certificate = (heading: string): Sample => ({
  drawing: <drawn.StampedPaper heading={heading} />,
  points: ['stamp', 'names', 'everyPage'],
})

/** A sample of everything that a checklist may ask for. */
export const samples: Readonly<Record<ChecklistItem, Sample>> = {
  claimApplication: {
    drawing: <drawn.SignedPaper heading="索赔申请书" />,
    points: ['signed', 'corners', 'everyPage'],
  },
  policy: { drawing: <drawn.PolicyPaper />, points: ['policyNumber', 'corners'] },
  identityDocument: { drawing: <drawn.IdentityCard />, points: ['bothSides', 'corners', 'noGlare'] },
  bankAccount: { drawing: <drawn.BankCard />, points: ['cardNumber', 'ownCard', 'noSecurityCode'] },
  photographs: { drawing: <drawn.Photographs />, points: ['whole', 'near', 'plate'] },
  drivingLicence: {
    drawing: <drawn.Licence heading="驾驶证" />,
    points: ['bothPages', 'noGlare', 'valid'],
  },
  vehicleLicence: {
    drawing: <drawn.Licence heading="行驶证" />,
    points: ['bothPages', 'noGlare', 'valid'],
  },
  policeCertificate: certificate('交通事故认定书'),
  liabilityAgreement: {
    drawing: <drawn.Agreement heading="事故协议书" />,
    points: ['bothSigned', 'names', 'corners'],
  },
  fireCertificate: certificate('火灾事故认定书'),
  weatherCertificate: certificate('气象证明'),
  theftReport: certificate('报案回执'),
  lossList: { drawing: <drawn.PriceList heading="损失清单" />, points: ['everyItem', 'sum'] },
  repairInvoice: {
    drawing: <drawn.Invoice heading="维修发票" />,
    points: ['amount', 'stamp', 'corners'],
  },
  repairQuotation: {
    drawing: <drawn.PriceList heading="维修报价单" />,
    points: ['everyItem', 'sum', 'everyPage'],
  },
  purchaseProof: { drawing: <drawn.Invoice heading="购买发票" />, points: ['amount', 'names', 'sharp'] },
  ownershipProof: { drawing: <drawn.Booklet heading="产权证" />, points: ['owner', 'stamp', 'everyPage'] },
  vehicleKeys: { drawing: <drawn.Keys />, points: ['allKeys', 'sharp'] },
  medicalInvoice: {
    drawing: <drawn.Invoice heading="医疗收费票据" />,
    points: ['everyInvoice', 'amount', 'stamp'],
  },
  medicalRecord: { drawing: <drawn.MedicalRecord />, points: ['names', 'diagnosis', 'everyPage'] },
  costList: {
    drawing: <drawn.PriceList heading="费用明细清单" />,
    points: ['everyItem', 'sum', 'everyPage'],
  },
  incomeProof: {
    drawing: <drawn.StampedPaper heading="收入证明" />,
    points: ['amount', 'stamp', 'names'],
  },
  disabilityReport: certificate('伤残鉴定意见书'),
  deathCertificate: certificate('死亡证明'),
  kinshipProof: { drawing: <drawn.Booklet heading="户口簿" />, points: ['bothPeople', 'names', 'stamp'] },
  thirdPartyIdentity: { drawing: <drawn.IdentityAndLicence />, points: ['bothSides', 'names', 'noGlare'] },
  compensationProof: { drawing: <drawn.Transfer />, points: ['amount', 'paidTo'] },
  accidentProof: certificate('事故说明'),
  otherInsuranceStatement: {
    drawing: <drawn.StampedPaper heading="赔付通知书" />,
    points: ['amount', 'names', 'everyPage'],
  },
  otherEvidence: { drawing: <drawn.PictureAndPaper />, points: ['sharp', 'corners'] },
}
