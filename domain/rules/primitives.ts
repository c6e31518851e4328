import type { Text } from '../text.ts'
import { ruleFault, type RuleFault } from './faults.ts'

/** Stops the reading of a document at the first thing that is not what its place asks for. */
export class ShapeFault extends Error {
  readonly fault: RuleFault

  constructor(fault: RuleFault) {
    super(fault.code)
    this.fault = fault
  }
}

export function malformed(at: string, detail?: string): ShapeFault {
  return new ShapeFault(ruleFault('malformedDocument', at, detail))
}

/** An object; with `keys`, one that has no other keys than these. */
export function record(value: unknown, at: string, keys?: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw malformed(at, 'not an object')
  const unknownKey = keys === undefined ? undefined : Object.keys(value).find((key) => !keys.includes(key))
  if (unknownKey !== undefined) throw malformed(at, unknownKey)
  return value
}

export function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(at, 'not a list')
  return value
}

export function string(value: unknown, at: string): string {
  if (typeof value !== 'string' || value === '') throw malformed(at, 'not a string')
  return value
}

export function integer(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw malformed(at, 'not a safe integer')
  return value
}

export function text(value: unknown, at: string): Text {
  const found = record(value, at, ['zh', 'en'])
  return { zh: string(found['zh'], at), en: string(found['en'], at) }
}

export function oneOf<Word extends string>(value: unknown, words: readonly Word[], at: string): Word {
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) throw malformed(at, String(value))
  return word
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
