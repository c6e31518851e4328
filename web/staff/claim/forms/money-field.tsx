import { useState } from 'react'
import { fenFromYuan, yuanFromFen, fen } from '../../../../domain/money.ts'
import { useText } from '../../../language/language.ts'
import { FigureInput } from './figure-input.tsx'

/** Fen from what people type; undefined for what is no amount in yuan. */
function read(text: string): number | undefined {
  try {
    return fenFromYuan(text.replaceAll(/[,，¥\s]/g, ''))
  } catch {
    return undefined
  }
}

interface MoneyFieldProps {
  readonly label: string
  /** Fen. */
  readonly minor: number | undefined
  readonly change: (minor: number | undefined) => void
  /** In a table the column says what it is. */
  readonly bare?: boolean
}

/** An amount in yuan. What is typed stays as it was typed; what is no amount is marked and not taken. */
export function MoneyField({ label, minor, change, bare = false }: MoneyFieldProps) {
  const t = useText()
  const [text, setText] = useState(minor === undefined ? '' : yuanFromFen(fen(minor)))
  const shown = read(text) === minor || minor === undefined ? text : yuanFromFen(fen(minor))
  const wrong = shown !== '' && read(shown) === undefined
  return (
    <FigureInput
      label={label}
      text={shown}
      fault={wrong ? t('claim:notAnAmount') : undefined}
      bare={bare}
      change={(typed) => {
        setText(typed)
        change(read(typed))
      }}
    />
  )
}
