/** Builds the service worker of the customer's face, which knows the files of the pages that were just built. */
import { join } from 'node:path'
import { build } from 'vite'
import { checkout } from './built-pages.ts'
import { customerFiles } from './customer-files.ts'

export async function buildWorker(built: string): Promise<void> {
  await build({
    configFile: false,
    root: join(checkout, 'web', 'offline'),
    define: {
      'process.env.NODE_ENV': '"production"',
      customerFiles: JSON.stringify(customerFiles(built)),
    },
    build: {
      target: 'es2022',
      outDir: built,
      emptyOutDir: false,
      lib: { entry: 'worker.ts', formats: ['iife'], name: 'offline', fileName: () => 'offline.js' },
    },
    logLevel: 'warn',
  })
}
