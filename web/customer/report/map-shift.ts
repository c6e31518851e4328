/** Where the telephone is, as maps in China count: GCJ-02 degrees times a million. */
export interface Position {
  readonly latitudeMicro: number
  readonly longitudeMicro: number
}

const semiMajorAxis = 6_378_245
const eccentricitySquared = 0.006_693_421_622_965_943

/** WGS-84 degrees as GCJ-02, by the published approximation; abroad the two are the same. */
export function shifted(latitude: number, longitude: number): Position {
  if (latitude < 0.8293 || latitude > 55.8271 || longitude < 72.004 || longitude > 137.8347)
    return micro(latitude, longitude)
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude / 180) * Math.PI
  const magic = 1 - eccentricitySquared * Math.sin(radians) ** 2
  const north =
    (northShift(x, y) * 180) /
    (((semiMajorAxis * (1 - eccentricitySquared)) / (magic * Math.sqrt(magic))) * Math.PI)
  const east = (eastShift(x, y) * 180) / ((semiMajorAxis / Math.sqrt(magic)) * Math.cos(radians) * Math.PI)
  return micro(latitude + north, longitude + east)
}

const micro = (latitude: number, longitude: number): Position => ({
  latitudeMicro: Math.round(latitude * 1e6),
  longitudeMicro: Math.round(longitude * 1e6),
})

function waves(along: number, terms: readonly (readonly [number, number])[]): number {
  return terms.reduce((sum, [size, turns]) => sum + size * Math.sin(along * turns * Math.PI), 0) * (2 / 3)
}

function northShift(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return (
    plane +
    waves(x, [
      [20, 6],
      [20, 2],
    ]) +
    waves(y, [
      [20, 1],
      [40, 1 / 3],
      [160, 1 / 12],
      [320, 1 / 30],
    ])
  )
}

function eastShift(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return (
    plane +
    waves(x, [
      [20, 6],
      [20, 2],
      [20, 1],
      [40, 1 / 3],
      [150, 1 / 12],
      [300, 1 / 30],
    ])
  )
}
