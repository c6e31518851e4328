import type { LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { CoverageCode } from '../../../../domain/policy/terms.ts'
import { useText } from '../../../language/language.ts'
import { MoneyField } from '../forms/money-field.tsx'
import type { Party } from '../queries.ts'
import { newLine } from './begin-sheet.ts'
import { bases, itemsOf } from './coverage-items.ts'
import { CellSelect, RateField } from './sheet-fields.tsx'

interface LineTableProps {
  readonly coverage: CoverageCode
  readonly lines: readonly LineInput[]
  readonly parties: readonly Party[]
  readonly change: (lines: readonly LineInput[]) => void
}

const classes = ['A', 'B', 'C'] as const

/** Losses of a coverage, one a row: whose, what, on which basis; asked, assessed, agreed. */
export function LineTable({ coverage, lines, parties, change }: LineTableProps) {
  const t = useText()
  const medical = coverage === 'accidentMedical' || coverage === 'healthMedical'
  const set = (index: number, part: Partial<LineInput>) =>
    change(lines.map((line, place) => (place === index ? { ...line, ...part } : line)))
  const agreed = (index: number, minor: number | undefined) =>
    change(
      lines.map((line, place) => {
        if (place !== index) return line
        const { agreedMinor: _before, ...rest } = line
        return minor === undefined ? rest : { ...rest, agreedMinor: minor }
      }),
    )
  return (
    <>
      <table className="cl-table">
        <thead>
          <tr>
            <th scope="col">{t('blocks:sheet.item')}</th>
            <th scope="col">{t('claim:line.claimant')}</th>
            <th scope="col">{t('claim:line.basis')}</th>
            {medical && <th scope="col">{t('claim:line.class')}</th>}
            <th scope="col" data-money>
              {t('blocks:sheet.asked')}
            </th>
            <th scope="col" data-money>
              {t('blocks:sheet.assessed')}
            </th>
            <th scope="col" data-money>
              {t('claim:line.agreed')}
            </th>
            <th>
              <span className="lp-hidden">{t('claim:line.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const number = index + 1
            return (
              <tr key={line.lineId}>
                <td>
                  <CellSelect
                    label={`${t('blocks:sheet.item')} ${number}`}
                    value={line.item}
                    options={itemsOf[coverage].map((value) => ({ value, name: t(`claim:item.${value}`) }))}
                    change={(item) => set(index, { item: item as LineInput['item'] })}
                  />
                </td>
                <td>
                  <CellSelect
                    label={`${t('claim:line.claimant')} ${number}`}
                    value={line.claimantId}
                    options={parties.map(({ partyId, name, role }) => ({
                      value: partyId,
                      name: `${name} ${t(`claim:party.${role}`)}`,
                    }))}
                    change={(claimantId) => set(index, { claimantId })}
                  />
                </td>
                <td>
                  <CellSelect
                    label={`${t('claim:line.basis')} ${number}`}
                    value={line.basis}
                    options={bases.map((value) => ({ value, name: t(`claim:basis.${value}`) }))}
                    change={(basis) => set(index, { basis: basis as LineInput['basis'] })}
                  />
                </td>
                {medical && (
                  <td>
                    <CellSelect
                      label={`${t('claim:line.class')} ${number}`}
                      value={line.catalogueClass ?? 'A'}
                      options={classes.map((value) => ({ value, name: t(`claim:class.${value}`) }))}
                      change={(value) => {
                        const { selfPayRate: _rate, ...rest } = line
                        const catalogueClass = classes.find((one) => one === value) ?? 'A'
                        change(
                          lines.map((one, place) =>
                            place === index
                              ? { ...rest, catalogueClass, ...(value === 'B' ? { selfPayRate: '0.1' } : {}) }
                              : one,
                          ),
                        )
                      }}
                    />
                    {line.catalogueClass === 'B' && (
                      <RateField
                        bare
                        label={`${t('claim:line.selfPay')} ${number}`}
                        rate={line.selfPayRate}
                        change={(selfPayRate) => {
                          if (selfPayRate !== undefined) set(index, { selfPayRate })
                        }}
                      />
                    )}
                  </td>
                )}
                <td>
                  <MoneyField
                    bare
                    label={`${t('blocks:sheet.asked')} ${number}`}
                    minor={line.askedMinor === 0 ? undefined : line.askedMinor}
                    change={(minor = 0) => set(index, { askedMinor: minor })}
                  />
                </td>
                <td>
                  <MoneyField
                    bare
                    label={`${t('blocks:sheet.assessed')} ${number}`}
                    minor={line.assessedMinor === 0 ? undefined : line.assessedMinor}
                    change={(minor = 0) => set(index, { assessedMinor: minor })}
                  />
                </td>
                <td>
                  <MoneyField
                    bare
                    label={`${t('claim:line.agreed')} ${number}`}
                    minor={line.agreedMinor}
                    change={(minor) => agreed(index, minor)}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="lp-quiet-button"
                    aria-label={`${t('claim:line.remove')} ${number}`}
                    onClick={() => change(lines.filter((_, place) => place !== index))}
                  >
                    ×
                  </button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <button
        type="button"
        className="lp-quiet-button"
        onClick={() => {
          const claimant = lines.at(-1)?.claimantId ?? parties[0]?.partyId ?? ''
          const taken = lines.map(({ lineId }) => Number(/-(\d+)-/.exec(lineId)?.[1] ?? 0))
          change([...lines, newLine(coverage, claimant, Math.max(0, ...taken) + 1)])
        }}
      >
        {t('claim:line.add')}
      </button>
    </>
  )
}
