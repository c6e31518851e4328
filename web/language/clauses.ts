/**
 * What laws and terms are called to an English reader. Rules and letters name them in Chinese, which is binding; here
 * they get their usual English names, and whatever is not known stays as it was written.
 */
import Nzh from 'nzh'
import type { Language } from './language.ts'

const laws: Readonly<Record<string, string>> = {
  保险法: 'Insurance Law',
  个人信息保护法: 'Personal Information Protection Law',
  机动车交通事故责任强制保险条例: 'Compulsory Motor Insurance Regulation',
  // As the first tables named it, which a database keeps as they were published.
  '小额理赔服务指引（试行）': 'Small Claims Service Guide (trial)',
  '保险小额理赔服务指引（试行）': 'Small Claims Service Guide (trial)',
  消防法: 'Fire Control Law',
  道路交通安全法: 'Road Traffic Safety Law',
  '司法解释（二）': 'Judicial Interpretation II of the Insurance Law',
  交通事故损害赔偿司法解释: 'Judicial Interpretation on Traffic Accident Damages',
}

const terms: Readonly<Record<string, string>> = {
  本公司设定: 'Set by the insurer',
  '服务承诺，可由保险人调整': 'Service promise, which the insurer may change',
  '行业理赔单证惯例，可由保险人调整': 'Papers usual in the trade, which the insurer may change',
  '没有适用的目标：取最短，尽早由人工处理': 'No target applies: the shortest, so that people look at it soon',
  '交强险责任限额（2020-09-19 起）': 'Limits of compulsory motor insurance (from 2020-09-19)',
  '《保险法》第二十二条“及时”': 'Insurance Law, article 22, "without delay"',
  期限为服务承诺: 'the deadline is a service promise',
  合同特别约定: 'Special agreement in the policy',
  '合同条款：等待期': 'Policy terms: waiting period',
  '合同条款：保险责任': 'Policy terms: scope of cover',
  '合同条款：责任免除': 'Policy terms: exclusions',
}

/** A law, then its year or its articles. */
const named = /^(?:《([^》]+)》|([^《》第]+?))(?:（(\d{4})）|((?:、?第[一二三四五六七八九十百]+条)+))$/

function english(part: string): string {
  const term = terms[part]
  if (term !== undefined) return term
  const [, quoted, plain, year, articles] = named.exec(part) ?? []
  const law = laws[quoted ?? plain ?? '']
  if (law === undefined) return part
  if (articles === undefined) return `${law}, ${year ?? ''}`
  const numbers = [...articles.matchAll(/第([^条]+)条/g)].map(([, number = '']) => Nzh.cn.decodeS(number))
  return `${law}, ${numbers.length === 1 ? 'article' : 'articles'} ${numbers.join(' and ')}`
}

/** A clause as a reader of the language knows it. */
export function clauseIn(language: Language, clause: string): string {
  return language === 'zh' ? clause : clause.split('；').map(english).join('; ')
}
