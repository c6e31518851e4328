/** The steps of a calculation in words that somebody who never saw a formula can follow. */
import type { Step, StepInput } from '../../domain/adjustment/sheet-types.ts'
import { useLanguage, useSay, useText, type Words } from '../language/language.ts'
import { exactMoney, formatMoney } from './money.tsx'
import { originOf, sourceCodes } from './step-origins.ts'
import type { Reason } from './step-reasons.ts'
import type { Trace } from './sheet.tsx'

export interface StepNames {
  /** Of claimants, by their id in the sheet. */
  readonly people: ReadonlyMap<string, string>
  /** Of lines of loss, by their id: what, and whose. */
  readonly lines: ReadonlyMap<string, string>
  /** Of an item of loss, by its code. */
  readonly item: (code: string) => string
}

export interface WordedStep {
  readonly id: string
  readonly name: string
  readonly minor: number
  readonly trace: Trace
}

interface Calculation {
  readonly steps: readonly Step[]
  readonly roundingPolicy: string
}

type Say = ReturnType<typeof useSay>

/** What a step is looked up in while it is put into words. */
interface Context {
  readonly t: Words
  readonly say: Say
  readonly zh: boolean
  readonly names: StepNames
  readonly calculation: Calculation
  readonly vehicles: ReadonlySet<string>
}

const ownVehicle = 'insured'
const paidFrom = /^compulsory\.pay\.\w+?\.(.+?)(?:\.round\d+)?$/

/** The vehicles of the accident as the steps know them: each has paid from a compulsory limit. */
const vehiclesOf = ({ steps }: Calculation) =>
  new Set(steps.flatMap(({ id }) => paidFrom.exec(id)?.[1] ?? []))

export function useStepWords(): (calculation: Calculation, names: StepNames) => readonly WordedStep[] {
  const t = useText()
  const say = useSay()
  const zh = useLanguage() === 'zh'
  return (calculation, names) => {
    const context = { t, say, zh, names, calculation, vehicles: vehiclesOf(calculation) }
    return calculation.steps.map((step) => ({
      id: step.id,
      name: nameOf(step, context),
      minor: step.resultMinor,
      trace: traceOf(step, context),
    }))
  }
}

/** What the reasons are called, and how much each is; a name without the number that it has among its inputs. */
export function factsOf(
  reasons: readonly Reason[],
  steps: readonly WordedStep[],
): readonly { readonly name: string; readonly value: string }[] {
  return reasons.flatMap(({ stepId, input }) => {
    const found = steps.find(({ id }) => id === stepId)?.trace.inputs[input]
    return found === undefined ? [] : [{ ...found, name: found.name.replace(/^\d+\. /, '') }]
  })
}

/** Several facts in one line, each with its figure, once. */
export function inOneLine(facts: readonly { readonly name: string; readonly value: string }[]): string {
  return [...new Set(facts.map(({ name, value }) => `${name} ${value}`))].join(' · ')
}

/** The label, with the name of whom it is about in place of their id. */
function nameOf({ id, label }: Step, { t, say, zh, names, vehicles }: Context): string {
  const said = zh ? say(label).replace(':', '：') : say(label)
  const replaced = (shown: string, sign: string, name: string) =>
    shown.endsWith(sign) && /[\s：:]$/.test(shown.slice(0, -sign.length))
      ? `${shown.slice(0, -sign.length)}${name}`
      : shown
  const vehicle = paidFrom.exec(id)?.[1]
  if (vehicle !== undefined) return replaced(said, vehicle, vehicleName(vehicle, { t, vehicles }) ?? vehicle)
  return [...names.people].reduce((shown, [personId, name]) => replaced(shown, personId, name), said)
}

function vehicleName(sign: string, { t, vehicles }: Pick<Context, 't' | 'vehicles'>): string | undefined {
  if (sign === ownVehicle) return t('blocks:source.ownVehicle')
  return vehicles.has(sign) ? t('blocks:source.vehicle', { name: sign }) : undefined
}

/** Min, max and Σ are signs of mathematicians; the words for them are everybody's. */
function plain(formula: string, zh: boolean): string {
  const words = zh
    ? ([
        [/min\(/g, '取较小值('],
        [/max\(/g, '取较大值('],
        [/Σ\s*/g, '合计'],
        [/;/g, '；'],
        [/,\s*/g, '，'],
      ] as const)
    : ([
        [/min\(/g, 'the smaller of ('],
        [/max\(/g, 'the larger of ('],
        [/Σ over (\w+) of/g, 'sum over $1 of'],
        [/Σ\s*/g, 'sum of '],
      ] as const)
  return words.reduce((text, [sign, word]) => text.replaceAll(sign, word), formula)
}

function traceOf(step: Step, context: Context): Trace {
  const { t, say, zh, calculation, names } = context
  const { exact, resultMinor, shares = [] } = step
  const [policy = ''] = calculation.roundingPolicy.split('.')
  const whole = /^-?\d+$/
  return {
    formula: plain(say(step.formulaText), zh),
    clause: say(step.clause),
    inputs: step.inputs.map((input, index) => ({
      name: `${index + 1}. ${capital(say(input.label))}`,
      value: valueOf(input, t),
      source: sourceOf(input, context),
    })),
    rounding: whole.test(exact)
      ? t('blocks:trace.exact')
      : t(`blocks:trace.rounded.${policy}`, {
          before: exactMoney(exact),
          after: formatMoney(resultMinor),
        }),
    shares: shares.map(({ name, exact: before, amountMinor }) => ({
      name: names.people.get(name) ?? vehicleName(name, context) ?? name,
      value: whole.test(before)
        ? formatMoney(amountMinor)
        : `${exactMoney(before)} → ${formatMoney(amountMinor)}`,
    })),
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function valueOf({ value, unit }: StepInput, t: Words): string {
  if (unit === 'fen') return /^-?\d+$/.test(value) ? formatMoney(Number(value)) : exactMoney(value)
  if (unit === 'rate') return /^[\d.]+$/.test(value) ? `${Number((Number(value) * 100).toFixed(4))}%` : value
  if (unit === 'class') return t(`blocks:class.${value}`)
  return unit === 'count' ? value : t(`blocks:unit.${unit}`, { value })
}

/** Where an input comes from: the line, the step, the person, the policy, or what somebody established. */
function sourceOf({ name, source }: StepInput, context: Context): string {
  const { t, names, calculation } = context
  if (source === undefined) return t(`blocks:origin.${originOf(name)}`)
  const line = names.lines.get(source) ?? names.people.get(source)
  if (line !== undefined) return line
  const step = calculation.steps.find(({ id }) => id === source)
  if (step !== undefined) return nameOf(step, context)
  const fault = /^(\w+): (none|minor|equal|main|sole)$/.exec(source)
  if (fault !== null) {
    const [, basis = '', degree = ''] = fault
    const by = ['police', 'agreement', 'judgment'].includes(basis) ? basis : 'wording'
    return t('blocks:source.fault', {
      basis: t(`blocks:liabilityBasis.${by}`),
      degree: t(`blocks:degree.${degree}`),
    })
  }
  if (sourceCodes.has(source)) return t(`blocks:source.${source}`)
  const occupation = /^class (\d)$/.exec(source)?.[1]
  if (occupation !== undefined) return t('blocks:source.occupation', { class: occupation })
  if (name === 'sublimit') return names.item(source)
  return vehicleName(source, context) ?? source
}
