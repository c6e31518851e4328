/** Larger letters for whoever wants them, at once and at the next visit. */
const remembered = 'lipei.print'

export function isLarge(): boolean {
  return document.documentElement.dataset['print'] === 'large'
}

export function chooseLarge(large: boolean): void {
  localStorage.setItem(remembered, large ? 'large' : 'usual')
  document.documentElement.dataset['print'] = large ? 'large' : 'usual'
}

export function rememberPrint(): void {
  chooseLarge(localStorage.getItem(remembered) === 'large')
}
