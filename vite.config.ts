import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { pdfParts } from './scripts/pages/pdf-parts.ts'

const page = (face: string) => fileURLToPath(new URL(`web/${face}/index.html`, import.meta.url))

/** Two pages, each with its own way in: a customer's telephone loads nothing that only staff use. */
export default defineConfig({
  plugins: [react(), pdfParts()],
  build: {
    target: 'es2022',
    // A source of its own inside the page would be refused by the content-security policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { customer: page('customer'), staff: page('staff') } },
    manifest: true,
    chunkSizeWarningLimit: 2000,
  },
})
