import { useSay, useText } from '../../language/language.ts'
import type { Claim, ClaimView } from './queries.ts'

export type ClaimEvent = ClaimView['events'][number]

/** What happened, with what it was about: the stage, the paper, the version. */
export function useEventWords({ checklist }: Claim): (event: ClaimEvent) => string {
  const t = useText()
  const say = useSay()
  return ({ type, toStage, data }) => {
    const what = t(`claim:event.${type}`)
    const { item, version } = data as { readonly item?: unknown; readonly version?: unknown }
    const line = checklist.find((one) => one.item === item)
    if (line !== undefined) return t('claim:about', { what, about: say(line.label) })
    if (typeof version === 'number')
      return t('claim:about', { what, about: t('claim:sheet.version', { version }) })
    return toStage === null ? what : t('claim:about', { what, about: t(`blocks:stage.${toStage}`) })
  }
}
