/** Whether the person at this desk has been shown around: kept by person, since desks are shared. */
const remembered = (personId: string) => `lipei.tour.${personId}`

/** Nobody is where nobody wants it, as on a machine that makes journeys by itself. */
const never = 'lipei.tour'

export const wasShownAround = (personId: string) =>
  localStorage.getItem(remembered(personId)) !== null || localStorage.getItem(never) !== null

export function rememberTour(personId: string): void {
  localStorage.setItem(remembered(personId), 'shown')
}
