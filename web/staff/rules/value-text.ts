import type { Language } from '../../language/language.ts'

/** A value of a table as it is read: a text in the page's language, a term with its unit, amounts in a row. */
export function valueText(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((one) => valueText(one, language)).join(', ')
  if (typeof value !== 'object') return JSON.stringify(value)
  if (language in value) return String((value as Record<Language, unknown>)[language])
  if ('value' in value && 'unit' in value) return `${String(value.value)} ${String(value.unit)}`
  return JSON.stringify(value)
}
