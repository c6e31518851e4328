/** What the reader of PDFs fetches by itself, and by its own names: beside the pages, under the library's version. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const library = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))

/**
 * The worker that reads, tables of Chinese, Japanese and Korean characters, the fonts that every reader is expected to
 * have, and what decodes scans without WebAssembly, which the content-security policy refuses; each with its licence.
 */
const parts: Readonly<Record<string, RegExp>> = {
  'legacy/build': /^pdf\.worker\.min\.mjs$/,
  cmaps: /\.bcmap$|^LICENSE/,
  standard_fonts: /\.(?:pfb|ttf)$|^LICENSE/,
  wasm: /_nowasm_fallback\.js$|^LICENSE_(?:PDFJS_)?(?:JBIG2|OPENJPEG)$/,
}

/** Emitted under /assets, where files are kept for ever: another version has another folder. */
export function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    generateBundle() {
      const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as {
        version: string
      }
      for (const [folder, wanted] of Object.entries(parts)) {
        for (const name of readdirSync(join(library, folder)).filter((one) => wanted.test(one))) {
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf-parts-${version}/${folder}/${name}`,
            source: readFileSync(join(library, folder, name)),
          })
        }
      }
    },
  }
}
