import Nzh from 'nzh'
import { type Fen, fen, yuanFromFen } from '../../domain/money.ts'
import { useText } from '../language/language.ts'

/** `¥12,345.67`; fen as a safe integer. */
export function formatMoney(minor: number): string {
  const text = yuanFromFen(fen(minor))
  const sign = text.startsWith('-') ? '−' : ''
  const [yuan = '', decimals = ''] = text.replace('-', '').split('.')
  return `${sign}¥${yuan.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${decimals}`
}

/**
 * An amount before rounding, in yuan: fen as the sheet keeps them, a decimal or a fraction. What does not end is cut
 * after six decimals and marked.
 */
export function exactMoney(exactFen: string): string {
  const [numerator = '0', denominator] = exactFen.split('/')
  const [whole = '0', decimals = ''] = numerator.split('.')
  const scale = BigInt(denominator ?? '1') * 10n ** BigInt(decimals.length + 2)
  const millionths = (BigInt(`${whole}${decimals}`) * 1_000_000n) / scale
  const ends = millionths * scale === BigInt(`${whole}${decimals}`) * 1_000_000n
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0')
  const yuan = digits.slice(0, -6).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  const rest = digits.slice(-6).replace(/0{1,4}$/, '')
  return `${ends ? '' : '≈ '}${millionths < 0n ? '−' : ''}¥${yuan}.${rest}`
}

/** The amount as it stands on sheets, approvals and payments: `壹万贰仟叁佰肆拾伍元陆角柒分`, `壹佰元整`. */
export function amountInWords(minor: number): string {
  const words = Nzh.cn.toMoney(yuanFromFen(fen(minor)), { outSymbol: false, unOmitYuan: true })
  return words.endsWith('分') ? words : `${words}整`
}

interface MoneyProps {
  /** Fen; null where nobody has fixed an amount yet. */
  readonly minor: Fen | number | null
  /** 大写 below the figures. */
  readonly words?: boolean
}

export function Money({ minor, words = false }: MoneyProps) {
  const t = useText()
  if (minor === null) return <span className="lp-money">{t('blocks:money.none')}</span>
  return (
    <span className="lp-money">
      {formatMoney(minor)}
      {words && (
        <span className="lp-money-words" lang="zh-CN">
          {amountInWords(minor)}
        </span>
      )}
    </span>
  )
}
