/**
 * Decides what an upload is by its content, never by what its sender says: the magic
 * bytes, then a complete decode, then whether the name agrees. Whatever passes is kept
 * sealed as evidence; what people see are the copies of `derivatives.ts`.
 */
import { fileTypeFromBuffer } from 'file-type'
import type { Instant } from '../domain/time/instant.ts'
import { type PhotographEvidence, readEvidence, takenAt } from './evidence.ts'
import { inTurn, largestImagePixels, openImage, readImageHeader } from './image-engine.ts'
import { displayName, extensionOf } from './name.ts'
import { examinePdf } from './pdf-structure.ts'
import type { UploadRefusal } from './refusals.ts'
import { largestFileBytes } from './store.ts'

const imageExtensions = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
} as const

export type ImageMediaType = keyof typeof imageExtensions

export interface ExaminedImage {
  readonly kind: 'image'
  readonly mediaType: ImageMediaType
  /** Pixels, as it is looked at: its orientation is applied. */
  readonly width: number
  readonly height: number
  readonly takenAt: Instant | null
  /** Position and camera are personal data: to be stored encrypted only. */
  readonly evidence: PhotographEvidence
}

export interface ExaminedPdf {
  readonly kind: 'pdf'
  readonly mediaType: 'application/pdf'
  readonly pages: number
}

export interface RefusedUpload {
  readonly kind: 'refused'
  readonly refused: UploadRefusal
}

export type UploadExamination = ExaminedImage | ExaminedPdf | RefusedUpload

const refuse = (refused: UploadRefusal): RefusedUpload => ({ kind: 'refused', refused })

function isImageType(mediaType: string): mediaType is ImageMediaType {
  return Object.hasOwn(imageExtensions, mediaType)
}

/** A name without extension promises nothing; any other must promise what the content is. */
function agrees(name: string, extensions: readonly string[]): boolean {
  const extension = extensionOf(displayName(name))
  return extension === '' || extensions.includes(extension)
}

async function detect(bytes: Buffer): Promise<string> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? ''
  } catch {
    return ''
  }
}

async function examineImage(
  bytes: Buffer,
  mediaType: ImageMediaType,
): Promise<ExaminedImage | RefusedUpload> {
  try {
    const header = await readImageHeader(bytes)
    if (`image/${header.format}` !== mediaType) return refuse('imageDamaged')
    if (header.width * header.height > largestImagePixels) return refuse('imageTooManyPixels')
    if ((header.pages ?? 1) > 1) return refuse('fileAnimated')
    // A small result makes the decoder read everything without keeping it all in memory.
    await openImage(bytes).resize(64, 64, { fit: 'fill' }).raw().toBuffer()
    const evidence = await readEvidence(header.exif)
    const { width, height } = header.autoOrient
    return { kind: 'image', mediaType, width, height, takenAt: takenAt(evidence), evidence }
  } catch {
    return refuse('imageDamaged')
  }
}

/** Examines an upload of at most 20 MB. Never throws for what is in it: it says what it is, or why it is refused. */
export async function examineUpload(bytes: Buffer, declaredName: string): Promise<UploadExamination> {
  if (bytes.length === 0) return refuse('fileEmpty')
  if (bytes.length > largestFileBytes) return refuse('fileTooLarge')
  const mediaType = await detect(bytes)
  if (/^image\/hei[cf]/.test(mediaType)) return refuse('fileHeic')
  if (mediaType === 'image/apng') return refuse('fileAnimated')
  if (mediaType === 'application/pdf') {
    if (!agrees(declaredName, ['pdf'])) return refuse('fileNameDisagrees')
    const examined = examinePdf(bytes)
    return 'refused' in examined
      ? refuse(examined.refused)
      : { kind: 'pdf', mediaType, pages: examined.pages }
  }
  if (!isImageType(mediaType)) return refuse('fileTypeNotAccepted')
  if (!agrees(declaredName, imageExtensions[mediaType])) return refuse('fileNameDisagrees')
  return inTurn(() => examineImage(bytes, mediaType))
}
