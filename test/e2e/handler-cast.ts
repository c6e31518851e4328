/** The demonstration's people over HTTP, for what a journey finds done. */
import { inject } from 'vitest'
import { Cast } from '../../scripts/demo/cast.ts'
import type { Rewrite } from '../../scripts/demo/http-client.ts'

/** @param rewrite is what they do to the bodies that they send. */
export function openCast(rewrite?: Rewrite): Cast {
  const addresses = { api: inject('journeysApi'), bank: '', ...(rewrite === undefined ? {} : { rewrite }) }
  return Cast.resume(addresses, inject('journeysCast'))
}
