import { accepted, type Check, hasFullWidth, refused } from './check.ts'

export type PlateKind =
  | 'ordinary'
  | 'newEnergy'
  | 'trailer'
  | 'training'
  | 'police'
  | 'hongKong'
  | 'macao'
  | 'consulate'
  | 'embassy'
  | 'emergency'

export interface Plate {
  readonly plate: string
  readonly kind: PlateKind
}

const province = '[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新]'
const issuer = `${province}[A-HJ-NP-Z]`
const serial = '[A-HJ-NP-Z0-9]'
/** D, A, B, C, E for purely electric vehicles and F, G, H, J, K for the rest (GA 36-2018). */
const newEnergy = `(?:[A-HJK]${serial}\\d{4}|\\d{5}[A-HJK])`

const forms: readonly (readonly [PlateKind, RegExp])[] = [
  ['ordinary', new RegExp(`^${issuer}${serial}{5}$`)],
  ['newEnergy', new RegExp(`^${issuer}${newEnergy}$`)],
  ['trailer', new RegExp(`^${issuer}${serial}{4}挂$`)],
  ['training', new RegExp(`^${issuer}${serial}{4}学$`)],
  ['police', new RegExp(`^${issuer}${serial}{4}警$`)],
  ['hongKong', new RegExp(`^粤Z${serial}{4}港$`)],
  ['macao', new RegExp(`^粤Z${serial}{4}澳$`)],
  ['consulate', new RegExp(`^${issuer}${serial}{4}领$`)],
  ['embassy', /^使\d{6}$/],
  ['emergency', new RegExp(`^${province}X${serial}{4}应急$`)],
]

/**
 * A civil number plate by GA 36-2018. Spaces and the dot after the issuing office are dropped, letters raised.
 * Military and armed-police plates follow other rules and are refused: such a vehicle is entered without a plate.
 */
export function checkPlate(text: string): Check<Plate> {
  const plate = text.replaceAll(/[\s·•]/g, '').toUpperCase()
  if (hasFullWidth(plate)) return refused('fullWidth')
  if (!new RegExp(`^(?:使|${province})`).test(plate)) return refused('plateProvince')
  if (/[IO]/.test(plate)) return refused('plateLetters')
  const kind = forms.find(([, form]) => form.test(plate))?.[0]
  return kind === undefined ? refused('plateForm') : accepted({ plate, kind })
}
