import { ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { useText } from '../../language/language.ts'
import type { Words } from './words.ts'

const formats = ['csv', 'jsonl'] as const

/** Everything that the search finds, as a file; the page says that taking it is recorded. */
export function Export({ words }: { readonly words: Words }) {
  const t = useText()
  const change = useChange({
    send: async (format: (typeof formats)[number], key) => {
      const file = await answer(
        api.POST('/audit/exports', {
          params: { header: { 'idempotency-key': key } },
          body: { format, ...words },
          parseAs: 'blob',
        }),
      )
      keep(file, `lipei-audit.${format}`)
    },
    stale: [['audit', 'entries']],
  })
  return (
    <div className="au-export">
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="lp-plain-button"
          disabled={change.isPending}
          onClick={() => change.mutate(format)}
        >
          {t(`audit:export.${format}`)}
        </button>
      ))}
      <span>{t('audit:export.recorded')}</span>
      <ProblemLine error={change.error} />
    </div>
  )
}

/** Hands a file to the browser, which asks where to keep it. */
function keep(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
