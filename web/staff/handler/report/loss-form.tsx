import type { Line } from '../../../../domain/policy/terms.ts'
import type { LossCause } from '../../../../domain/rules/vocabulary.ts'
import { Field } from '../../../blocks/field.tsx'
import { answer, api } from '../../../http/client.ts'
import { Problem } from '../../../http/problem.ts'
import { useChange } from '../../../http/use-change.ts'
import type { paths } from '../../../http/schema.d.ts'
import { useSay, useText } from '../../../language/language.ts'
import { FoundClaim } from '../../claim/found-claim.tsx'
import { ActionForm, Area, Check, Select } from '../../claim/forms/form-kit.tsx'
import { MoneyField } from '../../claim/forms/money-field.tsx'
import { useDraft } from '../../claim/forms/use-draft.ts'
import type { Policy } from './policy-sought.ts'
import type { RegisteredClaim } from './registered.tsx'

type Body = NonNullable<paths['/claims']['post']['requestBody']>['content']['application/json']

/** What may have happened, by what is insured. */
const causesOf: Readonly<Record<Line, readonly LossCause[]>> = {
  motorCompulsory: ['collision', 'singleVehicle'],
  motorCommercial: [
    'collision',
    'singleVehicle',
    'glass',
    'scratch',
    'theft',
    'fire',
    'flood',
    'storm',
    'explosion',
  ],
  property: ['fire', 'flood', 'storm', 'waterDamage', 'burglary', 'explosion'],
  accident: ['fallOrInjury', 'trafficAccident', 'hospitalisation', 'death'],
  health: ['illness', 'hospitalisation'],
}

interface LossFormProps {
  readonly policy: Policy
  readonly back: () => void
  readonly done: (claim: RegisteredClaim) => void
}

/** `2026-03-09T10:30` of the insurer's clock as an instant. */
const instant = (local: string) => `${local}:00+08:00`

/** The report as it is told on the telephone; what is on file is not asked for. */
export function LossForm({ policy, back, done }: LossFormProps) {
  const t = useText()
  const say = useSay()
  const draft = useDraft(`report.${policy.policyId}`, {
    cause: '',
    lossAt: '',
    placeText: '',
    narrative: '',
    damage: '',
    estimatedMinor: null as number | null,
    injury: false,
    death: false,
    thirdParty: false,
    doubtful: false,
    name: '',
    phone: '',
    relation: '',
  })
  const { cause, lossAt, name, phone, relation, placeText, narrative, damage, ...facts } = draft.value
  const register = useChange({
    send: (body: Body, key) =>
      answer(api.POST('/claims', { params: { header: { 'idempotency-key': key } }, body })),
    stale: [['worklist']],
    done: (claim) => {
      draft.forget()
      done(claim)
    },
  })
  const missing = cause === '' || lossAt === '' || narrative.trim() === ''
  const text = (key: 'placeText' | 'damage', value: string) =>
    value.trim() === '' ? {} : { [key]: value.trim() }
  const body = (duplicatesSeen: boolean): Body => ({
    policyId: policy.policyId,
    cause: cause as LossCause,
    lossAt: instant(lossAt),
    narrative: narrative.trim(),
    ...text('placeText', placeText),
    ...text('damage', damage),
    ...facts,
    ...(name.trim() === ''
      ? {}
      : {
          reporter: {
            name: name.trim(),
            phone: phone.trim(),
            ...(relation.trim() === '' ? {} : { relation: relation.trim() }),
          },
        }),
    ...(duplicatesSeen ? { duplicatesSeen } : {}),
  })
  const { error } = register
  const duplicates =
    error instanceof Problem && error.code === 'duplicateReport'
      ? ((error.details['caseNumbers'] ?? []) as readonly string[])
      : null
  return (
    <ActionForm
      act={t('handler:report.register')}
      pending={register.isPending}
      error={error}
      missing={missing ? t('handler:report.missing') : null}
      send={() => register.mutate(body(false))}
    >
      <p>
        <strong>{policy.policyNumber}</strong> {say(policy.product)} · {policy.holder} ·{' '}
        {policy.objects.map(say).join('、')}{' '}
        <button type="button" className="lp-quiet-button" onClick={back}>
          {t('handler:report.other')}
        </button>
      </p>
      <div className="cl-grid">
        <Select
          label={t('claim:header.cause')}
          value={cause}
          empty={t('claim:choose')}
          options={causesOf[policy.line].map((value) => ({ value, name: t(`blocks:cause.${value}`) }))}
          change={(value) => draft.change({ cause: value })}
        />
        <Field
          label={t('claim:header.lossAt')}
          type="datetime-local"
          value={lossAt}
          onChange={(event) => draft.change({ lossAt: event.target.value })}
        />
        <Field
          label={t('claim:report.placeText')}
          value={placeText}
          maxLength={300}
          onChange={(event) => draft.change({ placeText: event.target.value })}
        />
        <MoneyField
          label={t('handler:report.estimate')}
          minor={facts.estimatedMinor ?? undefined}
          change={(minor) => draft.change({ estimatedMinor: minor ?? null })}
        />
      </div>
      <Area
        label={t('handler:report.narrative')}
        rows={4}
        value={narrative}
        change={(value) => draft.change({ narrative: value })}
      />
      <Area
        label={t('claim:report.damage')}
        rows={2}
        value={damage}
        change={(value) => draft.change({ damage: value })}
      />
      {(['injury', 'death', 'thirdParty', 'doubtful'] as const).map((fact) => (
        <Check
          key={fact}
          label={t(`claim:flag.${fact}`)}
          checked={facts[fact]}
          change={(checked) => draft.change({ [fact]: checked })}
        />
      ))}
      <fieldset className="cl-choices">
        <legend>{t('handler:report.caller')}</legend>
        <div className="cl-grid">
          {(['name', 'phone', 'relation'] as const).map((field) => (
            <Field
              key={field}
              label={t(`handler:report.${field}`)}
              value={draft.value[field]}
              onChange={(event) => draft.change({ [field]: event.target.value })}
            />
          ))}
        </div>
      </fieldset>
      {duplicates !== null && (
        <div className="cl-warning" role="status">
          <p>{t('handler:report.duplicates')}</p>
          <ul className="cl-plain">
            {duplicates.map((number) => (
              <li key={number}>
                <FoundClaim caseNumber={number} />
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="lp-plain-button"
            disabled={register.isPending}
            onClick={() => register.mutate(body(true))}
          >
            {t('handler:report.anotherLoss')}
          </button>
        </div>
      )}
    </ActionForm>
  )
}
