import { join } from 'node:path'
import sharp from 'sharp'

/** Many pictures on one, each from its top and with its name, for looking through; pixels. */
const cell = { width: 300, height: 420, label: 24 } as const
const columns = 6

export async function contactSheet(folder: string, pictures: readonly string[], name: string): Promise<void> {
  const rows = Math.ceil(pictures.length / columns)
  const step = { x: cell.width + 8, y: cell.height + cell.label + 8 }
  const placed = await Promise.all(
    pictures.map(async (picture, index) => {
      const [left, top] = [(index % columns) * step.x, Math.floor(index / columns) * step.y]
      const label = `<svg width="${cell.width}" height="${cell.label}"><text x="4" y="17" font-size="15">${picture.replace(/\.png$/, '')}</text></svg>`
      return [
        { input: Buffer.from(label), left, top },
        { input: await topOf(join(folder, picture)), left, top: top + cell.label },
      ]
    }),
  )
  await sharp({
    create: {
      width: columns * step.x,
      height: rows * step.y,
      channels: 3,
      background: '#c8ccd4',
    },
  })
    .composite(placed.flat())
    .webp({ quality: 80 })
    .toFile(join(folder, name))
}

async function topOf(picture: string): Promise<Buffer> {
  return sharp(picture)
    .resize({ width: cell.width })
    .extend({ bottom: cell.height, background: '#c8ccd4' })
    .toBuffer()
    .then((scaled) =>
      sharp(scaled).extract({ left: 0, top: 0, width: cell.width, height: cell.height }).png().toBuffer(),
    )
}
