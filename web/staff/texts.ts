import blocksEn from '../blocks/texts/en.json'
import blocksZh from '../blocks/texts/zh.json'
import type { Area } from '../language/language.ts'
import signInEn from '../sign-in/texts/en.json'
import signInZh from '../sign-in/texts/zh.json'
import administrationEn from './administration/texts/en.json'
import administrationZh from './administration/texts/zh.json'
import auditEn from './audit/texts/en.json'
import auditZh from './audit/texts/zh.json'
import boardEn from './board/texts/en.json'
import boardZh from './board/texts/zh.json'
import calculatorEn from './calculator/texts/en.json'
import calculatorZh from './calculator/texts/zh.json'
import claimEn from './claim/texts/en.json'
import claimZh from './claim/texts/zh.json'
import financeEn from './finance/texts/en.json'
import financeZh from './finance/texts/zh.json'
import fastTrackEn from './fast-track/texts/en.json'
import fastTrackZh from './fast-track/texts/zh.json'
import handlerEn from './handler/texts/en.json'
import handlerZh from './handler/texts/zh.json'
import settlementEn from './settlement/texts/en.json'
import settlementZh from './settlement/texts/zh.json'
import rulesEn from './rules/texts/en.json'
import rulesZh from './rules/texts/zh.json'
import supervisorEn from './supervisor/texts/en.json'
import supervisorZh from './supervisor/texts/zh.json'
import en from './texts/en.json'
import zh from './texts/zh.json'

/** Every area of the staff's face, by the name that stands before the colon of a key. */
export const staffAreas: Readonly<Record<string, Area>> = {
  blocks: { zh: blocksZh, en: blocksEn },
  'sign-in': { zh: signInZh, en: signInEn },
  staff: { zh, en },
  calculator: { zh: calculatorZh, en: calculatorEn },
  claim: { zh: claimZh, en: claimEn },
  handler: { zh: handlerZh, en: handlerEn },
  settlement: { zh: settlementZh, en: settlementEn },
  finance: { zh: financeZh, en: financeEn },
  'fast-track': { zh: fastTrackZh, en: fastTrackEn },
  rules: { zh: rulesZh, en: rulesEn },
  administration: { zh: administrationZh, en: administrationEn },
  audit: { zh: auditZh, en: auditEn },
  board: { zh: boardZh, en: boardEn },
  supervisor: { zh: supervisorZh, en: supervisorEn },
}
