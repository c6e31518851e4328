import type { Text } from '../text.ts'

/**
 * What can be wrong with a field that identifies a person, a vehicle, a company or an account. The texts name no
 * value: they go into replies and logs, and the value is personal data (个人信息保护法 art. 28).
 */
export const fieldFaults = {
  fullWidth: fault('请使用半角字母和数字。', 'Use half-width letters and digits.'),
  identityNumberLength: fault('身份证号码应为18位。', 'An identity number has 18 characters.'),
  identityNumberOld: fault(
    '15位身份证号码已停用，请填写18位号码。',
    'Identity numbers of 15 digits are no longer valid; enter the one of 18.',
  ),
  identityNumberCharacters: fault(
    '身份证号码应为17位数字加1位数字或X。',
    'An identity number is 17 digits and a digit or X.',
  ),
  identityNumberRegion: fault(
    '身份证号码前两位有误。',
    'The first two digits of the identity number are wrong.',
  ),
  identityNumberBirthDate: fault(
    '身份证号码中的出生日期有误。',
    'The date of birth within the identity number is wrong.',
  ),
  identityNumberCheckDigit: fault(
    '身份证号码有误，请逐位核对。',
    'The identity number is wrong; compare it digit by digit.',
  ),
  vehicleNumberLength: fault('车辆识别代号应为17位。', 'A vehicle identification number has 17 characters.'),
  vehicleNumberLetters: fault(
    '车辆识别代号不含字母I、O、Q，请核对是否为数字1或0。',
    'A vehicle identification number has no I, O or Q; look whether it is a 1 or a 0.',
  ),
  vehicleNumberCharacters: fault(
    '车辆识别代号只含字母和数字。',
    'A vehicle identification number has letters and digits only.',
  ),
  vehicleNumberCheckDigit: fault(
    '车辆识别代号有误，请逐位核对。',
    'The vehicle identification number is wrong; compare it character by character.',
  ),
  plateLetters: fault(
    '号牌不含字母I和O，请核对是否为数字1或0。',
    'A number plate has no I or O; look whether it is a 1 or a 0.',
  ),
  plateProvince: fault(
    '号牌应以省份简称或“使”开头。',
    'A number plate begins with its province, or with 使.',
  ),
  plateForm: fault('号牌号码格式有误。', 'This is not the form of a number plate.'),
  mobilePhone: fault('请填写11位手机号码。', 'Enter a mobile number of 11 digits.'),
  phone: fault(
    '请填写手机号码，或带区号的固定电话。',
    'Enter a mobile number, or a fixed line with its area code.',
  ),
  creditCodeLength: fault('统一社会信用代码应为18位。', 'A unified social credit code has 18 characters.'),
  creditCodeCharacters: fault(
    '统一社会信用代码不含字母I、O、S、V、Z及其他符号。',
    'A unified social credit code has no I, O, S, V, Z or signs.',
  ),
  creditCodeCheckDigit: fault(
    '统一社会信用代码有误，请逐位核对。',
    'The unified social credit code is wrong; compare it character by character.',
  ),
  bankAccountCharacters: fault('银行账号只含数字。', 'A bank account number has digits only.'),
  bankCardLength: fault('银行卡号应为16至19位。', 'A bank card number has 16 to 19 digits.'),
  bankCardCheckDigit: fault(
    '银行卡号有误，请逐位核对。',
    'The bank card number is wrong; compare it digit by digit.',
  ),
  corporateAccountLength: fault('对公账号应为8至32位。', 'A corporate account number has 8 to 32 digits.'),
  personNameLength: fault('姓名应为2至50个字。', 'A name has 2 to 50 characters.'),
  personNameCharacters: fault(
    '姓名应全为汉字（可含间隔号“·”）或全为拉丁字母。',
    'A name is written in Chinese characters (with · where it belongs) or in Latin letters.',
  ),
} as const satisfies Record<string, Text>

export type FieldFault = keyof typeof fieldFaults

/** The normal form of what was entered, or the first thing that is wrong with it. */
export type Check<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: FieldFault }

export function accepted<Value>(value: Value): Check<Value> {
  return { ok: true, value }
}

export function refused(reason: FieldFault): { readonly ok: false; readonly reason: FieldFault } {
  return { ok: false, reason }
}

/**
 * Full-width forms (U+FF01 to U+FF5E) look like the right characters and are not. They are refused and not
 * changed: what a customer signs must be what is stored.
 */
export function hasFullWidth(text: string): boolean {
  return /[\uFF01-\uFF5E]/.test(text)
}

function fault(zh: string, en: string): Text {
  return { zh, en }
}
