import { useId, useState } from 'react'
import type { Line } from '../../../domain/policy/terms.ts'
import { Field } from '../../blocks/field.tsx'
import { useText } from '../../language/language.ts'
import type { OwnPolicy } from '../home/queries.ts'
import { causesToChoose } from './causes.ts'
import { Choices } from './choices.tsx'
import { type Draft, localTime } from './draft.ts'
import { PlaceField } from './place-field.tsx'
import { PolicyChoice } from './policy-choice.tsx'

export interface StepProps {
  readonly draft: Draft
  readonly fill: (filled: Partial<Draft>) => void
  readonly policy: OwnPolicy
}

const hurtChoices = ['nobody', 'injury', 'death'] as const

/** What happened: under which policy, what kind of loss, when, where, and whether anybody is hurt. */
export function WhatStep({
  draft,
  fill,
  policy,
  policies,
  next,
}: StepProps & { readonly policies: readonly OwnPolicy[]; readonly next: () => void }) {
  const t = useText()
  const id = useId()
  const [tried, setTried] = useState(false)
  const line: Line = policy.line
  const causes = causesToChoose[line]
  const missing = missingOf(draft, line)
  const now = localTime(0)
  return (
    <form
      className="my-asked"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (missing === null) next()
      }}
    >
      <PolicyChoice
        policies={policies}
        chosen={policy}
        choose={({ policyId }) => fill({ policyId, cause: null })}
      />
      <Choices
        legend={t('customer:report.what')}
        chosen={draft.cause}
        choices={causes.map((cause) => ({ value: cause, name: t(`blocks:cause.${cause}`) }))}
        choose={(cause) => fill({ cause, policyId: policy.policyId })}
      />
      <fieldset className="my-when">
        <legend>{t('customer:report.when')}</legend>
        <p className="my-buttons">
          {([0, 60] as const).map((minutes) => (
            <button
              key={minutes}
              type="button"
              className="lp-plain-button"
              onClick={() => fill({ lossAt: localTime(minutes + 1) })}
            >
              {t(`customer:report.ago.${minutes}`)}
            </button>
          ))}
        </p>
        <Field
          label={t('customer:report.whenExactly')}
          type="datetime-local"
          max={now}
          value={draft.lossAt}
          onChange={({ target }) => fill({ lossAt: target.value })}
        />
      </fieldset>
      <PlaceField draft={draft} fill={fill} />
      <Choices
        legend={t('customer:report.hurt')}
        chosen={draft.hurt}
        choices={hurtChoices.map((value) => ({ value, name: t(`customer:report.hurtBy.${value}`) }))}
        choose={(hurt) => fill({ hurt })}
      />
      {draft.hurt !== null && draft.hurt !== 'nobody' && (
        <p className="my-wanted">{t('customer:report.emergency')}</p>
      )}
      {line.startsWith('motor') && (
        <Choices
          legend={t('customer:report.others')}
          chosen={draft.thirdParty}
          choices={[false, true].map((value) => ({ value, name: t(`customer:report.othersBy.${value}`) }))}
          choose={(thirdParty) => fill({ thirdParty })}
        />
      )}
      <div className="lp-field">
        <label htmlFor={id}>{t('customer:report.story')}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={4000}
          placeholder={t(`customer:report.storyExample.${exampleOf(draft.cause)}`)}
          value={draft.narrative}
          onChange={({ target }) => fill({ narrative: target.value })}
        />
      </div>
      {tried && missing !== null && (
        <p className="lp-error" role="alert">
          {t(`customer:report.missing.${missing}`)}
        </p>
      )}
      <p className="my-next">
        <button type="submit" className="lp-main-button">
          {t('customer:report.next')}
        </button>
      </p>
    </form>
  )
}

/** The example tells the two motor accidents apart that are mistaken for each other. */
const exampleOf = (cause: Draft['cause']) =>
  cause === 'collision' || cause === 'singleVehicle' ? cause : 'other'

/** The first thing that is missing or cannot be; null when the report can go on. */
function missingOf({ cause, lossAt, hurt, thirdParty, narrative }: Draft, line: Line) {
  if (cause === null) return 'cause'
  if (lossAt === '') return 'when'
  if (lossAt > localTime(0)) return 'future'
  if (hurt === null) return 'hurt'
  if (line.startsWith('motor') && thirdParty === null) return 'others'
  return narrative.trim() === '' ? 'story' : null
}
