import { type Position, shifted } from './map-shift.ts'

/** Asks the browser, which asks its owner; null when they refuse or it does not know in time. */
export function position(): Promise<Position | null> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(shifted(coords.latitude, coords.longitude)),
      () => resolve(null),
      { timeout: 10_000, maximumAge: 60_000, enableHighAccuracy: true },
    )
  })
}
