import { injuryInterpretation } from '../clauses.ts'
import type { Formula } from '../formula.ts'

/** Statutory items of injury and death. */
export const injuryFormulas = {
  deathCompensation: {
    label: { zh: '死亡赔偿金', en: 'Death compensation' },
    text: { zh: '年收入 × 年限', en: 'yearly income × years' },
    clause: injuryInterpretation,
  },
  funeral: {
    label: { zh: '丧葬费', en: 'Funeral' },
    text: { zh: '月平均工资 × 6', en: 'monthly wage × 6' },
    clause: injuryInterpretation,
  },
  disabilityCompensation: {
    label: { zh: '残疾赔偿金', en: 'Disability compensation' },
    text: { zh: '年收入 × 年限 × 伤残赔偿系数', en: 'yearly income × years × disability rate' },
    clause: injuryInterpretation,
  },
  dependants: {
    label: { zh: '被扶养人生活费', en: 'Dependants' },
    text: {
      zh: 'Σ 各年 min(1, Σ 1 ÷ 扶养人数) × 年消费支出 × 伤残赔偿系数',
      en: 'Σ over years of min(1, Σ 1 ÷ supporters) × yearly expense × disability rate',
    },
    clause: injuryInterpretation,
  },
} as const satisfies Record<string, Formula>
