import { Fragment, useState } from 'react'
import type { LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { CoverageCode } from '../../../../domain/policy/terms.ts'
import { Money } from '../../../blocks/money.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import { MoneyField } from '../forms/money-field.tsx'
import { type Claimable, linePrefix, newLine, usualBasis } from './begin-sheet.ts'
import { ClassCell } from './class-cell.tsx'
import { bases, itemsOf } from './coverage-items.ts'
import { LineDetails, type Paper } from './line-details.tsx'
import { CellSelect } from './sheet-fields.tsx'

interface LineTableProps {
  readonly coverage: CoverageCode
  readonly subject: string | undefined
  readonly lines: readonly LineInput[]
  readonly parties: readonly Claimable[]
  readonly papers: readonly Paper[]
  readonly change: (lines: readonly LineInput[]) => void
}

const isMedical = (coverage: CoverageCode) => coverage === 'accidentMedical' || coverage === 'healthMedical'

/** Losses of a coverage, one a row: whose, what, on which basis; asked, assessed, agreed. */
export function LineTable({ coverage, subject, lines, parties, papers, change }: LineTableProps) {
  const t = useText()
  const medical = isMedical(coverage)
  const set = (index: number, next: LineInput) =>
    change(lines.map((line, place) => (place === index ? next : line)))
  const columns = medical ? 9 : 8
  return (
    <>
      {lines.length > 0 && (
        <Wide label={t('claim:sheet.lines')}>
          <table className="cl-table lp-stacked">
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
                <th scope="col">{t('claim:line.papers')}</th>
                <th>
                  <span className="lp-hidden">{t('claim:line.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <Line
                  key={line.lineId}
                  coverage={coverage}
                  line={line}
                  number={index + 1}
                  columns={columns}
                  parties={parties}
                  papers={papers}
                  set={(next) => set(index, next)}
                  remove={() => change(lines.filter((_, place) => place !== index))}
                />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <button
        type="button"
        className="lp-quiet-button"
        onClick={() => {
          const claimant = lines.at(-1)?.claimantId ?? parties[0]?.partyId ?? ''
          const taken = lines.map(({ lineId }) => Number(/-(\d+)-/.exec(lineId)?.[1] ?? 0))
          const prefix = linePrefix(coverage, subject)
          change([...lines, newLine(coverage, prefix, claimant, Math.max(0, ...taken) + 1)])
        }}
      >
        {t('claim:line.add')}
      </button>
    </>
  )
}

interface LineProps {
  readonly coverage: CoverageCode
  readonly line: LineInput
  readonly number: number
  readonly columns: number
  readonly parties: readonly Claimable[]
  readonly papers: readonly Paper[]
  readonly set: (line: LineInput) => void
  readonly remove: () => void
}

function Line({ coverage, line, number, columns, parties, papers, set, remove }: LineProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const medical = isMedical(coverage)
  const { receipts = [] } = line
  return (
    <Fragment>
      <tr>
        <td data-label={t('blocks:sheet.item')}>
          <CellSelect
            label={`${t('blocks:sheet.item')} ${number}`}
            value={line.item}
            options={itemsOf[coverage].map((value) => ({ value, name: t(`claim:item.${value}`) }))}
            change={(item) => set(ofItem(line, item as LineInput['item']))}
          />
        </td>
        <td data-label={t('claim:line.claimant')}>
          <CellSelect
            label={`${t('claim:line.claimant')} ${number}`}
            value={line.claimantId}
            options={parties.map(({ partyId, name, role }) => ({
              value: partyId,
              name: `${name} ${t(`claim:party.${role}`)}`,
            }))}
            change={(claimantId) => set({ ...line, claimantId })}
          />
        </td>
        <td data-label={t('claim:line.basis')}>
          <CellSelect
            label={`${t('claim:line.basis')} ${number}`}
            value={line.basis}
            options={bases.map((value) => ({ value, name: t(`claim:basis.${value}`) }))}
            change={(basis) => set({ ...line, basis: basis as LineInput['basis'] })}
          />
        </td>
        {medical && (
          <td data-label={t('claim:line.class')}>
            <ClassCell line={line} number={number} set={set} />
          </td>
        )}
        <td className="lp-money" data-label={t('blocks:sheet.asked')}>
          {receipts.length > 0 ? (
            <Money minor={line.askedMinor} />
          ) : (
            <MoneyField
              bare
              label={`${t('blocks:sheet.asked')} ${number}`}
              minor={line.askedMinor === 0 ? undefined : line.askedMinor}
              change={(minor = 0) => set({ ...line, askedMinor: minor })}
            />
          )}
        </td>
        <td data-label={t('blocks:sheet.assessed')}>
          <MoneyField
            bare
            label={`${t('blocks:sheet.assessed')} ${number}`}
            minor={line.assessedMinor === 0 ? undefined : line.assessedMinor}
            change={(minor = 0) => set({ ...line, assessedMinor: minor })}
          />
        </td>
        <td data-label={t('claim:line.agreed')}>
          <MoneyField
            bare
            label={`${t('claim:line.agreed')} ${number}`}
            minor={line.agreedMinor}
            change={(minor) => set(agreedAt(line, minor))}
          />
        </td>
        <td data-label={t('claim:line.papers')}>
          <button
            type="button"
            className="lp-quiet-button"
            aria-expanded={open}
            aria-label={t('claim:line.papersOf', { number, count: receipts.length })}
            onClick={() => setOpen(!open)}
          >
            {t('claim:line.papersCount', { count: receipts.length })}
          </button>
        </td>
        <td data-label={t('claim:line.remove')}>
          <button
            type="button"
            className="lp-quiet-button"
            aria-label={`${t('claim:line.remove')} ${number}`}
            onClick={remove}
          >
            ×
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={columns} className="cl-details">
            <LineDetails line={line} number={number} medical={medical} papers={papers} change={set} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

/** What belonged to another item is not said of this one; a basis that was not chosen follows the item. */
function ofItem({ saved: _saved, derivation: _derivation, ...line }: LineInput, item: LineInput['item']) {
  return { ...line, item, basis: line.basis === usualBasis(line.item) ? usualBasis(item) : line.basis }
}

function agreedAt({ agreedMinor: _before, ...line }: LineInput, minor: number | undefined): LineInput {
  return minor === undefined ? line : { ...line, agreedMinor: minor }
}
