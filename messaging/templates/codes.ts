import type { Text } from '../../domain/text.ts'

/** Written when the code is made, because only its hash is kept: never rendered again. */
export function oneTimeCodeText(code: string, minutes: number): Text {
  return {
    zh: `验证码 ${code}，${minutes} 分钟内有效。请勿告知他人，我们的员工不会向您索要。`,
    en: `Your code is ${code}, valid for ${minutes} minutes. Tell it to nobody; our staff will never ask for it.`,
  }
}
