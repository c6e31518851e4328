/** In which language the pages speak: what the person chose, else what their browser asks for, else Chinese. */
import i18next, { changeLanguage, use } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Text } from '../../domain/text.ts'

export type Language = keyof Text

const remembered = 'lipei.language'

/** Texts of one area in one language, nested as the resource files are. */
export interface Texts {
  readonly [name: string]: string | Texts
}
export type Area = Readonly<Record<Language, Texts>>

function firstLanguage(): Language {
  const chosen = localStorage.getItem(remembered)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

/** To be called once, before anything is shown, with the areas of the face. */
export async function speak(areas: Readonly<Record<string, Area>>): Promise<void> {
  const of = (spoken: Language) =>
    Object.fromEntries(Object.entries(areas).map(([name, area]) => [name, area[spoken]]))
  i18next.on('languageChanged', () => {
    document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
  })
  await use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    resources: { zh: of('zh'), en: of('en') },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh'
}

/** Takes effect on everything that is shown, at once, and at the next visit. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(remembered, chosen)
  await changeLanguage(chosen)
}

/** The language of the page; whoever uses it is shown anew when it changes. */
export function useLanguage(): Language {
  useTranslation()
  return language()
}

type Filling = Readonly<Record<string, string | number>>

/** `t('area:group.name')`, with the key written out so that a test finds it; a part of it may be a code. */
export type Words = (key: string, filling?: Filling) => string

export function useText(): Words {
  const { t } = useTranslation()
  return (key, filling) => t(key, { ...filling })
}

/** What the API says in both languages, in that of the page. */
export function useSay(): (text: Text) => string {
  const chosen = useLanguage()
  return (text) => text[chosen]
}
