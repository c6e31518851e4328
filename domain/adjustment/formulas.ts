import { insuranceLaw, policyTerms } from './clauses.ts'
import type { Formula } from './formula.ts'
import { liabilityCoverFormulas } from './liability/liability-formulas.ts'
import { injuryFormulas } from './motor/injury-formulas.ts'
import { liabilityFormulas } from './motor/liability-formulas.ts'
import { ownDamageFormulas } from './motor/own-damage-formulas.ts'
import { personFormulas } from './person/person-formulas.ts'
import { propertyFormulas } from './property/property-formulas.ts'

/** Every formula of the engine. Ids are for ever: stored sheets name them. */
export const formulas = {
  sumOfLines: {
    label: { zh: '损失合计', en: 'Sum of the lines' },
    text: { zh: 'Σ 各项损失', en: 'Σ losses' },
    clause: policyTerms,
  },
  lateDamages: {
    label: { zh: '迟延赔付损失', en: 'Loss caused by late payment' },
    text: { zh: '迟付金额 × 年利率 × 迟延天数 ÷ 365', en: 'amount × yearly rate × days late ÷ 365' },
    clause: insuranceLaw(23, '二十三'),
  },
  ...injuryFormulas,
  ...liabilityFormulas,
  ...ownDamageFormulas,
  ...propertyFormulas,
  ...liabilityCoverFormulas,
  ...personFormulas,
} as const satisfies Record<string, Formula>

export type FormulaId = keyof typeof formulas
