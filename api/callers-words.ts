/**
 * Some words of a caller are repeated in logs and answers: how they call their request, how they call a field. They
 * have to look like names of programs: a phone, an identity number or an account is never repeated, and no sentence.
 */
const word = /^[A-Za-z][\w-]{0,63}$/
const longNumber = /\d{7}/

export function isHarmless(text: string): boolean {
  return word.test(text) && !longNumber.test(text)
}

/** A UUID, or the hex of one or of a trace; digits in a row are chance there. */
export function isRandomId(text: string): boolean {
  return /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i.test(text)
}
