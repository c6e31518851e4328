import { describe, expect, it } from 'vitest'
import { type Machine, prepareBrowser } from '../../../scripts/browser/debian.ts'

function machine(
  there: readonly string[],
  given: Partial<Machine> = {},
): { asked: string[]; machine: Machine } {
  const asked: string[] = []
  const apt = async (words: readonly string[]): Promise<void> => void asked.push(words.join(' '))
  const exists = (path: string): boolean => there.some((name) => path.includes(name))
  return { asked, machine: { exists, apt, mayInstall: true, ...given } }
}

describe('a machine that is to open a browser', () => {
  it('installs nothing when browser and letters are there', async () => {
    const { asked, machine: complete } = machine(['chromium-headless-shell', 'NotoSansCJK'])
    await prepareBrowser(complete)
    expect(asked).toEqual([])
  })

  it('installs both when it is new, after a look at what there is to have', async () => {
    const { asked, machine: empty } = machine([])
    await prepareBrowser(empty)
    expect(asked).toEqual([
      'update',
      'install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk',
    ])
  })

  it('does with the whole browser where only root could install another one', async () => {
    const { asked, machine: ordinary } = machine([], {
      exists: (path) => path === '/usr/bin/chromium' || path.includes('NotoSansCJK'),
      mayInstall: false,
    })
    await prepareBrowser(ordinary)
    expect(asked).toEqual([])
  })

  it('says what is missing to somebody who may not install', async () => {
    const { asked, machine: ordinary } = machine(['NotoSansCJK'], { mayInstall: false })
    await expect(prepareBrowser(ordinary)).rejects.toThrow('chromium-headless-shell must be installed first')
    expect(asked).toEqual([])
  })

  it('passes on why nothing could be installed', async () => {
    const { machine: locked } = machine([], {
      apt: async () => Promise.reject(new Error('Could not get lock')),
    })
    await expect(prepareBrowser(locked)).rejects.toThrow(
      'chromium-headless-shell and fonts-noto-cjk cannot be installed: Could not get lock',
    )
  })
})
