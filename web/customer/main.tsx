import '../blocks/base.css'
import '../blocks/blocks.css'
import '../sign-in/sign-in.css'
import './customer.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider, unstableSetRender } from 'antd-mobile'
import enUS from 'antd-mobile/es/locales/en-US'
import zhCN from 'antd-mobile/es/locales/zh-CN'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { queryClient } from '../http/queries.ts'
import blocksEn from '../blocks/texts/en.json'
import blocksZh from '../blocks/texts/zh.json'
import { speak, useLanguage } from '../language/language.ts'
import signInEn from '../sign-in/texts/en.json'
import signInZh from '../sign-in/texts/zh.json'
import { rememberPrint } from './large-print.ts'
import { router } from './router.tsx'
import en from './texts/en.json'
import zh from './texts/zh.json'

/** Toasts and dialogs of antd-mobile are rendered outside the tree; React 19 wants to be told how. */
const roots = new WeakMap<Element | DocumentFragment, Root>()
unstableSetRender((node, container) => {
  const root = roots.get(container) ?? createRoot(container)
  roots.set(container, root)
  root.render(node)
  return async () => root.unmount()
})

function Face() {
  const language = useLanguage()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}

rememberPrint()
await speak({
  blocks: { zh: blocksZh, en: blocksEn },
  'sign-in': { zh: signInZh, en: signInEn },
  customer: { zh, en },
})
const root = document.querySelector('#root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Face />
    </StrictMode>,
  )
}
