import type { paths } from '../../../http/schema.d.ts'

type Found = paths['/policies/searches']['post']['responses'][200]['content']['application/json']
export type Policy = Found['policies'][number]

/** What a caller says, as the kind of number that it looks like. */
export function policySought(text: string) {
  const value = text.replaceAll(/[\s\-·]/g, '').toUpperCase()
  if (/^(?:\+?86)?1\d{10}$/.test(value)) return { by: 'phone', value } as const
  if (/^\d{17}[\dX]$/.test(value)) return { by: 'identityNumber', value } as const
  if (/^\p{Script=Han}/u.test(value)) return { by: 'plate', value } as const
  return { by: 'policyNumber', value } as const
}
