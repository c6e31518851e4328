import { Empty } from '../blocks/states.tsx'
import { useText } from '../language/language.ts'

export function NotFound() {
  const t = useText()
  return <Empty title={t('staff:notFound')} action={<a href="/staff">{t('staff:front')}</a>} />
}
