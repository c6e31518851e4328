import { Empty } from '../blocks/states.tsx'
import { useText } from '../language/language.ts'

export function NotFound() {
  const t = useText()
  return <Empty title={t('customer:notFound')} action={<a href="/my">{t('customer:home.title')}</a>} />
}
