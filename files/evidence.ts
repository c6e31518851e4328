/**
 * What a photograph says about itself: when, where and with what it was taken. It is
 * evidence against staged losses and personal data at the same time, so it is read once,
 * kept encrypted, and removed from every copy that is shown. None of it is proof: anyone can write it.
 */
import * as exifr from 'exifr'
import type { Instant } from '../domain/time/instant.ts'

export interface PhotographEvidence {
  /** As written: civil time of the camera, with its offset where the camera wrote one. */
  readonly taken: { readonly local: string; readonly offset: string | null } | null
  /** Degrees (WGS 84) and metres; `at` is the satellites' time in UTC. */
  readonly position: {
    readonly latitude: number
    readonly longitude: number
    readonly altitude: number | null
    readonly at: string | null
  } | null
  readonly camera: {
    readonly make: string | null
    readonly model: string | null
    readonly serialNumber: string | null
    readonly lens: string | null
    readonly software: string | null
  }
}

type Tags = Readonly<Record<string, unknown>>

// A telephone writes at most the 64 kB of one JPEG segment; more is not worth a parser's time.
const largestExifBytes = 256 * 1024
const exifStart = Buffer.from('Exif\0\0')
const insurerOffset = '+08:00'

const options = {
  tiff: true,
  exif: true,
  gps: true,
  ifd1: false,
  interop: false,
  makerNote: false,
  userComment: false,
  mergeOutput: false,
  reviveValues: false,
  translateValues: false,
  chunked: false,
  // Only these are read at all: entries that all point to one large value would fill the memory.
  pick: [
    'Make',
    'Model',
    'Software',
    'DateTimeOriginal',
    'OffsetTimeOriginal',
    'SerialNumber',
    'LensModel',
    'GPSLatitudeRef',
    'GPSLatitude',
    'GPSLongitudeRef',
    'GPSLongitude',
    'GPSAltitude',
    'GPSDateStamp',
    'GPSTimeStamp',
  ],
}

function isTags(value: unknown): value is Tags {
  return typeof value === 'object' && value !== null
}

function group(parsed: unknown, name: string): Tags {
  const tags = isTags(parsed) ? parsed[name] : undefined
  return isTags(tags) ? tags : {}
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const clean = value.replace(/\p{C}/gu, '').trim().slice(0, 200)
  return clean === '' ? null : clean
}

function within(value: unknown, limit: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit ? value : null
}

function takenOf(tags: Tags): PhotographEvidence['taken'] {
  const written = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text(tags['DateTimeOriginal']) ?? '')
  if (written === null) return null
  const offset = /^[+-]\d\d:\d\d$/.exec(text(tags['OffsetTimeOriginal']) ?? '')
  const [, year, month, day, time] = written
  return { local: `${year}-${month}-${day}T${time}`, offset: offset?.[0] ?? null }
}

function satelliteTime(tags: Tags): string | null {
  const date = text(tags['GPSDateStamp'])?.replaceAll(':', '-')
  const time: unknown = tags['GPSTimeStamp']
  if (date === undefined || !Array.isArray(time)) return null
  const parts = time.map((part) => String(Math.floor(Number(part))).padStart(2, '0'))
  const instant = `${date}T${parts.join(':')}Z`
  return Number.isNaN(Date.parse(instant)) ? null : instant
}

function positionOf(tags: Tags): PhotographEvidence['position'] {
  const latitude = within(tags['latitude'], 90)
  const longitude = within(tags['longitude'], 180)
  if (latitude === null || longitude === null) return null
  return { latitude, longitude, altitude: within(tags['GPSAltitude'], 100_000), at: satelliteTime(tags) }
}

async function parse(exif: Uint8Array): Promise<unknown> {
  const tiff = Buffer.from(exif).subarray(0, exifStart.length).equals(exifStart)
    ? exif.subarray(exifStart.length)
    : exif
  try {
    // By its default: the package is CommonJS, and Node finds no other export in it.
    return (await exifr.default.parse(tiff, options)) as unknown
  } catch {
    // Broken metadata is common after editing and says nothing against the picture.
    return undefined
  }
}

/** Reads the EXIF block of an image; what is missing or broken comes back as null. */
export async function readEvidence(exif: Uint8Array | undefined): Promise<PhotographEvidence> {
  const parsed = exif === undefined || exif.length > largestExifBytes ? undefined : await parse(exif)
  const camera = group(parsed, 'ifd0')
  const shot = group(parsed, 'exif')
  return {
    taken: takenOf(shot),
    position: positionOf(group(parsed, 'gps')),
    camera: {
      make: text(camera['Make']),
      model: text(camera['Model']),
      serialNumber: text(shot['SerialNumber']),
      lens: text(shot['LensModel']),
      software: text(camera['Software']),
    },
  }
}

/** The moment of the photograph; a camera that wrote no offset is taken to show the insurer's time. */
export function takenAt({ taken }: PhotographEvidence): Instant | null {
  if (taken === null) return null
  const instant = Date.parse(`${taken.local}${taken.offset ?? insurerOffset}`)
  return Number.isNaN(instant) ? null : instant
}
