import type { Text } from './text.ts'

const tooDemanding: Text = {
  zh: '图片太大或过于复杂，系统无法处理，请缩小后重新发送。',
  en: 'The picture asks too much of our system; please send a smaller one.',
}
const missing: Text = {
  zh: '图片未能完整保存，请重新发送。',
  en: 'The picture was not kept whole; please send it again.',
}
const ours: Text = {
  zh: '系统暂时无法显示该图片，原件已保存，无需重新发送。',
  en: 'Our system cannot show this picture; the original is kept and need not be sent again.',
}

/** Why there are no copies of a photograph, in words with which whoever sent it can do something. */
const drawingFailures = {
  undecodable: {
    zh: '图片打不开，请换一张重新发送。',
    en: 'The picture cannot be opened; please send another.',
  },
  tookTooLong: tooDemanding,
  tookTooMuchMemory: tooDemanding,
  childDied: tooDemanding,
  /** The job runner itself ended while it had the photograph in hand, as often as it tried. */
  runnerDied: tooDemanding,
  FileMissing: missing,
  FileCorrupt: missing,
  FileKeyMissing: ours,
  jobFailed: ours,
} as const satisfies Record<string, Text>

export type DrawingFailure = keyof typeof drawingFailures

export interface ToldFailure {
  readonly code: DrawingFailure
  readonly text: Text
}

/** @param code as it was written down; what an older version wrote and nobody knows any more is ours. */
export function drawingFailure(code: unknown): ToldFailure {
  const known = isDrawingFailure(code) ? code : 'jobFailed'
  return { code: known, text: drawingFailures[known] }
}

function isDrawingFailure(code: unknown): code is DrawingFailure {
  return typeof code === 'string' && Object.hasOwn(drawingFailures, code)
}
