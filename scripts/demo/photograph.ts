import sharp from 'sharp'

/** A real JPEG, another one each time: equal photographs would be found to be copies. */
export async function photograph(caption: string): Promise<Uint8Array<ArrayBuffer>> {
  const shade = () => Math.floor(Math.random() * 200) + 30
  const label = Buffer.from(
    `<svg width="640" height="480"><text x="40" y="240" font-size="36" fill="white">${caption} ${Math.random()}</text></svg>`,
  )
  const image = sharp({
    create: { width: 640, height: 480, channels: 3, background: { r: shade(), g: shade(), b: shade() } },
  })
  return new Uint8Array(
    await image
      .composite([{ input: label }])
      .jpeg()
      .toBuffer(),
  )
}
