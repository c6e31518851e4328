import '../claim/claim.css'
import { useQuery } from '@tanstack/react-query'
import type { WordingId } from '../../../domain/adjustment/sheet-types.ts'
import { Field } from '../../blocks/field.tsx'
import { Loading } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { Select } from '../claim/forms/form-kit.tsx'
import { useDraft } from '../claim/forms/use-draft.ts'
import { type Claimable, isMotor, sheetInputOf } from '../claim/sheet/begin-sheet.ts'
import { asText, calculationQuery } from '../claim/sheet/calculation.ts'
import { CoverageCard } from '../claim/sheet/coverage-card.tsx'
import { DelayFields } from '../claim/sheet/delay-fields.tsx'
import { MotorFacts } from '../claim/sheet/motor-facts.tsx'
import { SheetInFull } from '../claim/sheet/sheet-in-full.tsx'
import { SheetProblem } from '../claim/sheet/sheet-problem.tsx'
import { useSettled } from '../claim/sheet/use-settled.ts'
import { useSheetWords } from '../claim/sheet/use-sheet-words.ts'
import { PeopleList } from './people-list.tsx'
import {
  addableTo,
  addCoverage,
  basisOf,
  suppose,
  type Supposition,
  withoutLimit,
  wordings,
} from './supposition.ts'

/** Today where the insurer is, UTC+08:00. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** What would be paid if: the engine of the claims, without a claim. Nothing is kept but on this browser. */
export function CalculatorPage() {
  const t = useText()
  const draft = useDraft<{ supposed: Supposition }>('calculator', {
    supposed: suppose('motorCommercial2020', today()),
  })
  const { supposed } = draft.value
  const change = (next: Supposition) => draft.change({ supposed: next })
  const { sheet, people, wordingId, lossDate } = supposed
  const setSheet = (part: Partial<Supposition['sheet']>) =>
    change({ ...supposed, sheet: { ...sheet, ...part } })
  const parties: readonly Claimable[] = people.map(({ id, role, name }, index) => ({
    partyId: id,
    role,
    name: name.trim() === '' ? t('calculator:nameless', { number: index + 1 }) : name,
  }))
  return (
    <>
      <h1>{t('calculator:title')}</h1>
      <p className="cl-soft">{t('calculator:what')}</p>
      <section className="st-paper cl-form" aria-label={t('calculator:input')}>
        <Select
          label={t('claim:policy.wording')}
          value={wordingId}
          options={Object.keys(wordings).map((value) => ({ value, name: t(`claim:wording.${value}`) }))}
          change={(value) => change(suppose(value as WordingId, lossDate))}
        />
        <Field
          label={t('calculator:lossDate')}
          type="date"
          value={lossDate}
          onChange={(event) => change({ ...supposed, lossDate: event.target.value })}
        />
        <PeopleList supposed={supposed} change={change} />
        {sheet.coverages.some(({ coverage }) => isMotor(coverage)) && (
          <MotorFacts sheet={sheet} parties={parties} change={setSheet} />
        )}
        {sheet.coverages.map((edited, index) => (
          <CoverageCard
            key={`${wordingId} ${edited.coverage} ${index}`}
            edited={edited}
            bought={undefined}
            parties={parties}
            papers={[]}
            change={(next) =>
              setSheet({ coverages: sheet.coverages.map((one, place) => (place === index ? next : one)) })
            }
            remove={() => setSheet({ coverages: sheet.coverages.filter((_, place) => place !== index) })}
          />
        ))}
        {addableTo(supposed).length > 0 && (
          <Select
            label={t('claim:sheet.addCoverage')}
            value=""
            empty={t('claim:choose')}
            options={addableTo(supposed).map((value) => ({ value, name: t(`claim:coverage.${value}`) }))}
            change={(value) => {
              const chosen = addableTo(supposed).find((one) => one === value)
              if (chosen !== undefined) change(addCoverage(supposed, chosen))
            }}
          />
        )}
        <DelayFields
          delay={sheet.kept?.delay}
          parties={parties}
          payments={parties
            .slice(0, 1)
            .map(({ partyId }) => ({ claimantId: partyId, amountMinor: 0, dueOn: today(), paidOn: today() }))}
          change={(delay) => setSheet({ kept: delay === undefined ? {} : { delay } })}
        />
        <button
          type="button"
          className="lp-quiet-button"
          onClick={() => change(suppose(wordingId, lossDate))}
        >
          {t('calculator:anew')}
        </button>
      </section>
      <h2>{t('calculator:result')}</h2>
      <section className="st-paper" aria-label={t('calculator:result')} aria-live="polite">
        <Result supposed={supposed} parties={parties} />
      </section>
    </>
  )
}

interface ResultProps {
  readonly supposed: Supposition
  readonly parties: readonly Claimable[]
}

function Result({ supposed, parties }: ResultProps) {
  const t = useText()
  const missing = withoutLimit(supposed)
  if (supposed.sheet.coverages.length === 0 || supposed.lossDate === '')
    return <p>{t('calculator:nothing')}</p>
  if (missing.length > 0)
    return (
      <p>
        {t('calculator:missing', {
          what: missing.map(({ coverage }) => t(`claim:coverage.${coverage}`)).join('、'),
        })}
      </p>
    )
  const input = sheetInputOf(supposed.sheet, basisOf(supposed))
  if (input.claimants.length === 0) return <p>{t('claim:sheet.empty')}</p>
  return <Calculated text={asText(input)} supposed={supposed} parties={parties} />
}

function Calculated({ text, supposed, parties }: ResultProps & { readonly text: string }) {
  const t = useText()
  const words = useSheetWords(parties)
  const settled = useSettled(text)
  const calculation = useQuery(calculationQuery(settled))
  if (calculation.isPending) return <Loading />
  if (calculation.isError)
    return <SheetProblem error={calculation.error} coverages={supposed.sheet.coverages} />
  // While the next figures are worked out the ones before stand, with the input that they are of.
  const { asked, result } = calculation.data
  if (result.outcome === 'noWording') return <p className="cl-warning">{t('claim:sheet.noWording')}</p>
  return <SheetInFull input={asked} result={result} words={words} />
}
