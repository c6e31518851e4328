import type { Text } from '../text.ts'

/** A formula's name, how it reads, and the law or clause that it follows. */
export interface Formula {
  readonly label: Text
  readonly text: Text
  readonly clause: Text
}
