import { Field } from '../../blocks/field.tsx'
import { useText } from '../../language/language.ts'

export interface Account {
  readonly holder: string
  readonly number: string
  readonly bankName: string
}

export const noAccount: Account = { holder: '', number: '', bankName: '' }

/** Whether it can be sent; the API judges the rest. */
export const isWhole = ({ holder, number, bankName }: Account) =>
  holder.trim() !== '' && plainNumber(number).length >= 8 && bankName.trim() !== ''

/** As it stands on the card, without the gaps between its groups. */
export const plainNumber = (number: string) => number.replaceAll(/\s/g, '')

interface AccountFieldsProps {
  readonly account: Account
  readonly change: (changed: Partial<Account>) => void
  readonly required?: boolean
}

/** Whose account, its number, and where it is. */
export function AccountFields({ account, change, required = false }: AccountFieldsProps) {
  const t = useText()
  const enter = (field: keyof Account) => ({
    value: account[field],
    required,
    maxLength: field === 'number' ? 40 : 100,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      change({ [field]: target.value }),
  })
  return (
    <>
      <Field label={t('customer:account.holder')} autoComplete="name" {...enter('holder')} />
      <Field
        label={t('customer:account.number')}
        inputMode="numeric"
        minLength={8}
        autoComplete="off"
        {...enter('number')}
      />
      <Field label={t('customer:account.bank')} autoComplete="off" {...enter('bankName')} />
    </>
  )
}
