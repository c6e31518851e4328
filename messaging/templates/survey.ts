import { claimOf, colleagueOf, dueOf, instantOf, textOf, type Template } from './facts.ts'
import { before, on, person } from './wording.ts'

export const surveyorAssigned: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const surveyor = person(colleagueOf(facts, 'surveyorId'))
  const by = on(dueOf(facts, 'surveyorContact'))
  return {
    zh: `案件 ${caseNumber} 的查勘员是${surveyor.zh}，将${by.zh}与您约定查勘时间。请尽量保留现场和受损物品。`,
    en: `The surveyor of case ${caseNumber} is ${surveyor.en} and will call you ${by.en} to agree on a time. Please keep the scene and what was damaged as they are.`,
  }
}

/** To the surveyor who is asked. */
export const surveyOffered: Template = (facts) => {
  const caseNumber = textOf(facts, 'caseNumber')
  const by = before(instantOf(facts, 'answerBy'))
  return {
    zh: `派工：案件 ${caseNumber} 的查勘，请${by.zh}接单或拒绝，逾期转派他人。`,
    en: `Survey offered: case ${caseNumber}. Please accept or decline ${by.en}; after that it goes to somebody else.`,
  }
}
