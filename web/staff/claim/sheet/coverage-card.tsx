import type { CoverageTerms } from '../../../../domain/policy/terms.ts'
import { Field } from '../../../blocks/field.tsx'
import { useText } from '../../../language/language.ts'
import type { Claimable, EditedCoverage } from './begin-sheet.ts'
import { linePrefix } from './begin-sheet.ts'
import { BeneficiaryFields } from './beneficiary-fields.tsx'
import { type CoverageField, fieldsOf } from './coverage-fields.ts'
import { itemsOf } from './coverage-items.ts'
import { type Facts, GroupFact, PlainFact, RowsFact, withFact } from './fact-fields.tsx'
import { LineTable } from './line-table.tsx'
import type { Paper } from './line-details.tsx'
import { PolicyTerms } from './policy-terms.tsx'
import { withLines } from './with-lines.ts'

interface CoverageCardProps {
  readonly edited: EditedCoverage
  /** The coverage as the policy has it; undefined where there is no policy, or not this coverage in it. */
  readonly bought: CoverageTerms | undefined
  readonly parties: readonly Claimable[]
  readonly papers: readonly Paper[]
  readonly change: (edited: EditedCoverage) => void
  readonly remove: () => void
}

/** One coverage: what the policy fixes for reading, what has to be found out, then its losses or who is paid. */
export function CoverageCard({ edited, bought, parties, papers, change, remove }: CoverageCardProps) {
  const t = useText()
  const { coverage, lines, beneficiaries } = edited
  const subject = typeof edited['subject'] === 'string' ? edited['subject'] : undefined
  const set = (field: CoverageField, value: unknown) => change(changed(edited, field, value, bought))
  const asked = fieldsOf[coverage].filter(
    ({ name, term }) =>
      term !== true || bought === undefined || (name === 'subject' && bought.subject === undefined),
  )
  const seldom = asked.filter((field) => field.seldom === true)
  const show = (field: CoverageField) => (
    <OneField key={field.name} field={field} edited={edited} set={(value) => set(field, value)} />
  )
  return (
    <fieldset className="cl-card">
      <legend>
        {t(`claim:coverage.${coverage}`)}
        {bought?.subject !== undefined && <> · {t(`claim:subject.${bought.subject}`)}</>}
      </legend>
      <PolicyTerms bought={bought} remove={remove} />
      <div className="cl-grid">
        {asked.filter((field) => field.seldom !== true).map(show)}
        {coverage === 'accidentDisability' && (
          <Field
            label={t('claim:field.grades')}
            defaultValue={(edited['grades'] as readonly number[] | undefined)?.join(', ')}
            onChange={(event) => change({ ...edited, grades: gradesIn(event.target.value) })}
          />
        )}
      </div>
      {seldom.length > 0 && (
        <details open={seldom.some(({ name }) => edited[name] !== undefined)}>
          <summary>{t('claim:sheet.seldom')}</summary>
          <div className="cl-grid">{seldom.filter(({ kind }) => kind !== 'rows').map(show)}</div>
          {seldom.filter(({ kind }) => kind === 'rows').map(show)}
        </details>
      )}
      {coverage === 'thirdParty' && <p className="cl-soft">{t('claim:sheet.onePool')}</p>}
      {lines !== undefined && (
        <LineTable
          coverage={coverage}
          subject={subject}
          lines={lines}
          parties={parties}
          papers={papers}
          change={(next) => change(withLines(edited, next))}
        />
      )}
      {beneficiaries !== undefined && (
        <BeneficiaryFields
          beneficiaries={beneficiaries}
          parties={parties}
          change={(next) => change({ ...edited, beneficiaries: next })}
        />
      )}
    </fieldset>
  )
}

const gradesIn = (text: string) =>
  text.split(/[,，、\s]+/).flatMap((one) => (/^\d{1,2}$/.test(one) ? [Number(one)] : []))

interface OneFieldProps {
  readonly field: CoverageField
  readonly edited: EditedCoverage
  readonly set: (value: unknown) => void
}

function OneField({ field, edited, set }: OneFieldProps) {
  const t = useText()
  const value = edited[field.name]
  if (field.kind === 'group') return <GroupFact field={field} value={value} change={set} />
  if (field.kind === 'rows') {
    const items = itemsOf[edited.coverage].map((one) => ({ value: one, name: t(`claim:item.${one}`) }))
    const proposed =
      field.name === 'sublimits' ? { ...field, begins: { ...field.begins, item: items[0]?.value } } : field
    return <RowsFact field={proposed} value={value} options={{ item: items }} change={set} />
  }
  return <PlainFact field={field} label={t(`claim:field.${field.name}`)} value={value} change={set} />
}

/** A fact that takes the place of another takes it away; when it goes, the policy's word stands again. */
function changed(
  edited: EditedCoverage,
  field: CoverageField,
  value: unknown,
  bought: CoverageTerms | undefined,
): EditedCoverage {
  const { coverage, lines } = edited
  const next: Facts = withFact(edited, field.name, value)
  const whole = { coverage, ...next } as EditedCoverage
  if (field.kind === 'group' && field.instead !== undefined) {
    const { [field.instead]: before, ...without } = whole
    const known = before ?? (bought as Facts | undefined)?.[field.instead]
    return {
      coverage,
      ...(value === undefined ? withFact(without, field.instead, known) : without),
    }
  }
  if (field.name !== 'subject' || lines === undefined) return whole
  const [from, to] = [edited['subject'], value].map((one) => linePrefix(coverage, String(one)))
  return {
    ...whole,
    lines: lines.map((line) => ({ ...line, lineId: line.lineId.replace(from ?? '', to ?? '') })),
  }
}
