/** What was typed, as the kind of number that it looks like; exactly one field is named. */
export function sought(text: string) {
  const compact = text.replaceAll(/[\s\u2009\-·]/g, '')
  if (/^(?:\+?86)?1\d{10}$/.test(compact)) return { phone: compact }
  if (/^\p{Script=Han}/u.test(compact)) return { plate: compact }
  if (/^LP/i.test(compact)) return { caseNumber: compact }
  return { policyNumber: compact.toUpperCase() }
}
