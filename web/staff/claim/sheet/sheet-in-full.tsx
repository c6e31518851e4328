import type { CalculatedSheet, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import { formatMoney, Money } from '../../../blocks/money.tsx'
import { Sheet } from '../../../blocks/sheet.tsx'
import { useStepWords } from '../../../blocks/step-words.ts'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { DocumentLink } from '../viewer/document-link.tsx'
import { StepsTable } from './steps-table.tsx'
import { lossLines, type SheetWords, stepNames } from './traces.ts'
import { useDifferences } from './use-differences.ts'

interface SheetInFullProps {
  readonly input: SheetInput
  readonly result: CalculatedSheet
  readonly words: SheetWords
  /** The claim whose files the receipts name; absent where there is no claim. */
  readonly view?: Pick<ClaimView, 'claimId' | 'documents'> | undefined
  /** Everything is shown at once, as paper needs it. */
  readonly unfolded?: boolean
}

/** A calculation to be read: the losses, what they rest on, what is paid to whom, and how each figure came about. */
export function SheetInFull({ input, result, words, view, unfolded = false }: SheetInFullProps) {
  const t = useText()
  const steps = useStepWords()(result, stepNames(input, words))
  const differences = useDifferences()(input, result, steps)
  const last = unfolded ? undefined : steps.findLast(({ minor }) => minor === result.payableMinor)
  return (
    <>
      <Sheet
        caption={t('claim:section.sheet')}
        lines={lossLines(input, words)}
        differences={unfolded ? differences.map(({ trace: _trace, ...rest }) => rest) : differences}
        totalMinor={result.payableMinor}
        {...(last === undefined ? {} : { totalTrace: last.trace })}
      />
      <Receipts input={input} words={words} view={view} />
      <Owed result={result} words={words} />
      <StepsTable steps={steps} unfolded={unfolded} />
      {!result.wordingVerified && <p className="cl-soft">{t('claim:sheet.unverified')}</p>}
      {result.recoverables.length > 0 && (
        <p>
          {t('claim:sheet.recoverable')} <Money minor={result.recoverableMinor} />{' '}
          {result.recoverables.map(({ kind, partyId, amountMinor }) => (
            <small key={`${kind} ${partyId ?? ''}`}>
              {' · '}
              {t(`claim:recoverable.${kind}`)} {partyId} {formatMoney(amountMinor)}
            </small>
          ))}
        </p>
      )}
    </>
  )
}

interface PartProps {
  readonly words: SheetWords
}

/** The papers behind the lines, where they were entered one by one. */
function Receipts({ input, words, view }: PartProps & Pick<SheetInFullProps, 'input' | 'view'>) {
  const t = useText()
  const papers = input.coverages.flatMap((coverage) =>
    'lines' in coverage
      ? coverage.lines.flatMap(({ lineId, item, catalogueClass, receipts = [] }) =>
          receipts.map((paper, index) => ({ ...paper, key: `${lineId} ${index}`, item, catalogueClass })),
        )
      : [],
  )
  if (papers.length === 0) return null
  const byOthers = papers.some(({ paidByOthersMinor }) => paidByOthersMinor !== undefined)
  return (
    <Wide label={t('claim:receipts.title')}>
      <table className="cl-table cl-receipts">
        <caption>{t('claim:receipts.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('claim:receipts.paper')}</th>
            <th scope="col">{t('blocks:sheet.item')}</th>
            <th scope="col" data-money>
              {t('claim:receipts.amount')}
            </th>
            {byOthers && (
              <th scope="col" data-money>
                {t('claim:receipts.paidByOthers')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {papers.map(
            ({ key, receipt, documentId, item, catalogueClass, amountMinor, paidByOthersMinor = 0 }) => (
              <tr key={key}>
                <th scope="row">
                  {receipt}
                  <ShownBy documentId={documentId} view={view} />
                </th>
                <td>
                  {words.item(item)}
                  {catalogueClass !== undefined && <small> · {t(`claim:class.${catalogueClass}`)}</small>}
                </td>
                <td className="lp-money">{formatMoney(amountMinor)}</td>
                {byOthers && <td className="lp-money">{formatMoney(paidByOthersMinor)}</td>}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </Wide>
  )
}

/** The file that shows a receipt. */
function ShownBy({
  documentId,
  view,
}: Pick<SheetInFullProps, 'view'> & { readonly documentId: string | undefined }) {
  const found = view?.documents.find((one) => one.documentId === documentId)
  if (view === undefined || found === undefined) return null
  return (
    <small>
      {' · '}
      <DocumentLink claimId={view.claimId} document={found} />
    </small>
  )
}

/** What each coverage pays to each. */
function Owed({ result, words }: PartProps & { readonly result: CalculatedSheet }) {
  const t = useText()
  const rows = result.byCoverage.flatMap(({ coverage, subject, byClaimant }) =>
    byClaimant.map((one) => ({
      ...one,
      coverage,
      subject,
      key: `${coverage} ${subject ?? ''} ${one.claimantId}`,
    })),
  )
  return (
    <Wide label={t('claim:owed.title')}>
      <table className="cl-table cl-owed">
        <caption>{t('claim:owed.title')}</caption>
        <tbody>
          {rows.map(({ key, coverage, subject, claimantId, payableMinor }) => (
            <tr key={key}>
              <th scope="row">
                {t(`claim:coverage.${coverage}`)}
                {subject !== undefined && <small> · {t(`claim:subject.${subject}`)}</small>}
              </th>
              <td>{words.party(claimantId)}</td>
              <td className="lp-money">{formatMoney(payableMinor)}</td>
            </tr>
          ))}
        </tbody>
        {result.byClaimant.length > 1 && (
          <tfoot>
            {result.byClaimant.map(({ claimantId, payableMinor }) => (
              <tr key={claimantId}>
                <th scope="row">{t('claim:owed.inAll')}</th>
                <td>{words.party(claimantId)}</td>
                <td className="lp-money">
                  <Money minor={payableMinor} words />
                </td>
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </Wide>
  )
}
