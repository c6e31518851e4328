import { randomUUID } from 'node:crypto'
import { photograph } from '../../demo/photograph.ts'

export interface Paper {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: 'application/pdf' | 'image/jpeg'
  readonly name: string
}

/** A photograph now and then: drawing its copies starts a process, and the machine is needed for other things. */
export async function paper(item: string, photographed: boolean): Promise<Paper> {
  return photographed
    ? { bytes: await photograph(item), mediaType: 'image/jpeg', name: `${item}.jpg` }
    : { bytes: document(), mediaType: 'application/pdf', name: `${item}.pdf` }
}

/** A PDF of one empty page, another one each time. */
function document(): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Mark (${randomUUID()}) >>`,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\n`
  return new Uint8Array(Buffer.from(`${text}startxref\n${start}\n%%EOF\n`))
}
