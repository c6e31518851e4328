import { chooseLanguage, useLanguage } from './language.ts'

/** Names the other language in that language: whoever needs it can read it. */
export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="lp-quiet-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void chooseLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}
