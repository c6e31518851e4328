import { accepted, type Check, hasFullWidth, refused } from './check.ts'

const mobile = /^(?:\+?86|0086)?(1[3-9]\d{9})$/
/** The 0 before the area code may be missing after the country code; an extension has up to six digits. */
const fixedLine = /^(?:(?:\+86|0086)-?0?|0)(10|2\d|[3-9]\d{2})-?([2-9]\d{6,7})(?:[-转](\d{1,6}))?$/
const serviceLine = /^([48]00)-?(\d{3})-?(\d{4})$/

/** A mobile number of the mainland, as its eleven digits: it receives codes and notices by SMS. */
export function checkMobilePhone(text: string): Check<string> {
  if (hasFullWidth(text)) return refused('fullWidth')
  const digits = mobile.exec(text.replaceAll(/[\s-]/g, ''))?.[1]
  return digits === undefined ? refused('mobilePhone') : accepted(digits)
}

/** A mobile number, a fixed line as `021-12345678` or `0755-12345678-123`, or a service line as `400-123-4567`. */
export function checkPhone(text: string): Check<string> {
  if (hasFullWidth(text)) return refused('fullWidth')
  const asMobile = checkMobilePhone(text)
  if (asMobile.ok) return asMobile
  const entered = text.replaceAll(/\s/g, '')
  const service = serviceLine.exec(entered)
  if (service !== null) return accepted(service.slice(1).join('-'))
  const [, area = '', subscriber = '', extension] = fixedLine.exec(entered) ?? []
  // Beijing (010) and the cities of 020 to 029 have eight digits behind the area code, never seven.
  if (subscriber.length < (area.length === 2 ? 8 : 7)) return refused('phone')
  return accepted([`0${area}`, subscriber, ...(extension === undefined ? [] : [extension])].join('-'))
}
