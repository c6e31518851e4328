import '../blocks/base.css'
import '../blocks/blocks.css'
import '../sign-in/sign-in.css'
import './staff.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../http/queries.ts'
import { speak, useLanguage } from '../language/language.ts'
import { router } from './router.tsx'
import { staffAreas } from './texts.ts'

/** The colours of base.css, for the components of the library. */
const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5cad',
    colorText: '#1f2329',
    colorTextSecondary: '#5c6370',
    colorSuccess: '#1c7430',
    colorWarning: '#8f5200',
    colorError: '#b3261e',
    fontFamily: 'inherit',
    fontSize: 14,
    borderRadius: 8,
    motionDurationSlow: '0.2s',
  },
}

function Face() {
  const language = useLanguage()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme}>
      <App>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

await speak(staffAreas)
const root = document.querySelector('#root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Face />
    </StrictMode>,
  )
}
