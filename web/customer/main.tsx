import '../blocks/base.css'
import '../blocks/blocks.css'
import '../sign-in/sign-in.css'
import './customer.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../http/queries.ts'
import blocksEn from '../blocks/texts/en.json'
import blocksZh from '../blocks/texts/zh.json'
import { speak } from '../language/language.ts'
import signInEn from '../sign-in/texts/en.json'
import signInZh from '../sign-in/texts/zh.json'
import { beginWithWhatIsAsked } from './begin.ts'
import { rememberPrint } from './large-print.ts'
import { router } from './router.tsx'
import en from './texts/en.json'
import zh from './texts/zh.json'

beginWithWhatIsAsked()
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
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
