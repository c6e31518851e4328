/** A temporary tree with the repository's own configuration, for planting what the linter must refuse. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
const configuration = ['.oxlintrc.json', '.gitignore', 'tsconfig.json', 'package.json']

export interface Finding {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** As the linter prints it, `eslint(no-restricted-imports)`. */
  readonly rule: string
}

interface Report {
  readonly diagnostics: readonly {
    readonly code: string
    readonly filename: string
    readonly labels: readonly { readonly span: { readonly line: number } }[]
  }[]
}

/** The linter ends with 1 when it found something, which is what these trees are for. */
async function run(folder: string): Promise<string> {
  const linter = join(checkout, 'node_modules', 'oxlint', 'bin', 'oxlint')
  return new Promise((resolve, reject) => {
    const args = [linter, '--type-aware', '--type-check', '--format', 'json', '.']
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (error, output, complaint) => {
      if (output.startsWith('{')) resolve(output)
      else reject(new Error(`${output}${complaint}`, { cause: error }))
    })
  })
}

/** Writes the files (path → text) and answers what the real linter says about them. */
export async function lintPlanted(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lipei-lint-'))
  try {
    for (const name of configuration) copyFileSync(join(checkout, name), join(folder, name))
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const report = JSON.parse(await run(folder)) as Report
    return report.diagnostics.map(({ code, filename, labels }) => ({
      file: filename.replaceAll('\\', '/'),
      line: labels[0]?.span.line ?? 0,
      rule: code,
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
