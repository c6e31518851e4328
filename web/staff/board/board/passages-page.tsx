import '../board.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { formatInstant, formatMeasured } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { passagesQuery } from '../queries.ts'

/** The claims behind a time that a stage took: the longest first. */
export function PassagesPage() {
  const t = useText()
  const language = useLanguage()
  const { stage, period, ...scope } = useSearch({ from: '/shell/board/passages' })
  const found = useQuery(passagesQuery({ stage, period, ...scope }))
  return (
    <>
      <p className="bd-back">
        <Link to="/board" search={scope}>
          {t('board:board.back')}
        </Link>
      </p>
      <h1>{t(`board:passages.title.${period}`, { stage: t(`blocks:stage.${stage}`) })}</h1>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data?.count === 0 && <Empty title={t('board:passages.empty')} />}
      {found.data !== undefined && found.data.count > found.data.passages.length && (
        <p className="bd-count">{t('board:passages.longest', { count: found.data.count })}</p>
      )}
      {found.data !== undefined && found.data.count > 0 && (
        <Wide label={t('board:cases.title')}>
          <table className="bd-table lp-stacked">
            <thead>
              <tr>
                <th scope="col">{t('board:cases.caseNumber')}</th>
                <th scope="col">{t('board:passages.took')}</th>
                <th scope="col">{t('board:passages.left')}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.passages.map(({ claimId, caseNumber, sequence, seconds, leftAt }) => (
                <tr key={`${claimId} ${sequence}`}>
                  <td data-label={t('board:cases.caseNumber')}>
                    <Link to="/claims/$claimId" params={{ claimId }}>
                      <CaseNumber>{caseNumber}</CaseNumber>
                    </Link>
                  </td>
                  <td data-label={t('board:passages.took')}>{formatMeasured(seconds * 1000, language)}</td>
                  <td data-label={t('board:passages.left')}>{formatInstant(leftAt, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </>
  )
}
