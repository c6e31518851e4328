import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoney } from '../../../blocks/money.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { useStepWords } from '../../../blocks/step-words.ts'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import { Select } from '../forms/form-kit.tsx'
import { type ClaimView, sheetQuery } from '../queries.ts'
import { type ComparedFigure, compareVersions } from './compare-versions.ts'
import { stepNames } from './traces.ts'
import { useSheetWords } from './use-sheet-words.ts'

interface VersionComparisonProps {
  readonly view: ClaimView
  readonly version: number
}

/** A version beside an earlier one, line by line: what counted then, what counts now, and what that does. */
export function VersionComparison({ view, version }: VersionComparisonProps) {
  const t = useText()
  const earlier = view.claim.sheets.map((one) => one.version).filter((one) => one < version)
  const [chosen, choose] = useState<number | null>(null)
  const other = chosen ?? earlier.at(-1) ?? 0
  if (earlier.length === 0) return null
  return (
    <details className="cl-comparison" open>
      <summary>{t('claim:compare.title', { version, with: other })}</summary>
      {earlier.length > 1 && (
        <Select
          label={t('claim:compare.with')}
          value={String(other)}
          options={earlier.map((one) => ({
            value: String(one),
            name: t('claim:sheet.version', { version: one }),
          }))}
          change={(value) => choose(Number(value))}
        />
      )}
      <Compared view={view} before={other} after={version} />
    </details>
  )
}

interface ComparedProps {
  readonly view: ClaimView
  readonly before: number
  readonly after: number
}

function Compared({ view, before, after }: ComparedProps) {
  const t = useText()
  const words = useSheetWords(view.parties)
  const inWords = useStepWords()
  const was = useQuery(sheetQuery(view.claimId, before))
  const is = useQuery(sheetQuery(view.claimId, after))
  if (was.isError) return <Failed error={was.error} />
  if (is.isError) return <Failed error={is.error} />
  if (was.isPending || is.isPending) return <Loading />
  const { lines, coverages, steps, payable } = compareVersions(was.data, is.data)
  const named = new Map(
    [was.data, is.data].flatMap(({ input, result }) =>
      inWords(result, stepNames(input, words)).map(({ id, name }) => [id, name] as const),
    ),
  )
  const classChange = ({ before: from, after: to }: { readonly before: string; readonly after: string }) =>
    `${t(`claim:class.${from}`)} → ${t(`claim:class.${to}`)}`
  const rows: readonly (ComparedFigure & { readonly name: string })[] = [
    ...lines.map((line) => ({
      ...line,
      name: [
        t(`claim:coverage.${line.coverage}`),
        words.item(line.item),
        words.party(line.claimantId),
        ...(line.classes === null ? [] : [classChange(line.classes)]),
      ].join(' · '),
    })),
    ...steps.map((step) => ({ ...step, id: `step ${step.id}`, name: named.get(step.id) ?? step.id })),
    ...coverages.map(({ coverage, subject, ...figure }) => ({
      ...figure,
      name: t('claim:compare.pays', {
        what: `${t(`claim:coverage.${coverage}`)}${subject === null ? '' : ` · ${t(`claim:subject.${subject}`)}`}`,
      }),
    })),
  ]
  return (
    <Wide label={t('claim:compare.title', { version: after, with: before })}>
      <table className="cl-table">
        <thead>
          <tr>
            <th scope="col">{t('claim:compare.what')}</th>
            <th scope="col" data-money>
              {t('claim:sheet.version', { version: before })}
            </th>
            <th scope="col" data-money>
              {t('claim:sheet.version', { version: after })}
            </th>
            <th scope="col" data-money>
              {t('claim:compare.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Row row={{ ...payable, name: t('blocks:sheet.total') }} />
        </tfoot>
      </table>
    </Wide>
  )
}

function Row({ row: { name, before, after } }: { readonly row: ComparedFigure & { readonly name: string } }) {
  const t = useText()
  const shown = (minor: number | null) => (minor === null ? '—' : formatMoney(minor))
  const more = (after ?? 0) - (before ?? 0)
  return (
    <tr data-changed={before !== after}>
      <th scope="row">{name}</th>
      <td className="lp-money">{shown(before)}</td>
      <td className="lp-money">{shown(after)}</td>
      <td className="lp-money">
        {before === after ? t('claim:compare.same') : `${more > 0 ? '+' : ''}${formatMoney(more)}`}
      </td>
    </tr>
  )
}
