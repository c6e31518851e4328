/** Keys for personal data at rest. Rotation: the new key is added and made current, the old one stays to read. */
export interface KeyRing {
  /** Id of the key that new values are written with. */
  readonly current: string
  /** Every key that may still be needed to read, 32 bytes each, by id. */
  readonly keys: ReadonlyMap<string, Uint8Array>
}
