import '../../claim/claim.css'
import { useQuery } from '@tanstack/react-query'
import { Money } from '../../../blocks/money.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { type ClaimView, sheetQuery } from '../../claim/queries.ts'
import { SheetInFull } from '../../claim/sheet/sheet-in-full.tsx'
import { useSheetWords } from '../../claim/sheet/use-sheet-words.ts'

interface SheetPartProps {
  readonly view: ClaimView
  readonly version: number
}

/** The calculation, folded to its result; open, it is read as on the claim's page. */
export function SheetPart({ view, version }: SheetPartProps) {
  const t = useText()
  const words = useSheetWords(view.parties)
  const sheet = useQuery(sheetQuery(view.claimId, version))
  return (
    <section className="st-paper">
      <details className="su-sheet">
        <summary>
          <strong>{t('supervisor:sheet.title', { version })}</strong>
          {sheet.isSuccess && (
            <>
              <span>
                {t(sheet.data.rerun.agrees ? 'supervisor:sheet.agrees' : 'supervisor:sheet.differs')}
              </span>
              <Money minor={sheet.data.result.payableMinor} />
            </>
          )}
        </summary>
        {sheet.isPending && <Loading />}
        {sheet.isError && <Failed error={sheet.error} again={() => void sheet.refetch()} />}
        {sheet.isSuccess && (
          <SheetInFull input={sheet.data.input} result={sheet.data.result} words={words} view={view} />
        )}
      </details>
    </section>
  )
}
