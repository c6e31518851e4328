/**
 * Loaded by our programs before their own modules (`node --import …/note-connections.ts?file=…`): notes which
 * connections a program has taken, by instant and the client's port. What the kernel alone has taken was never with it.
 */
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import type { Socket } from 'node:net'

const file = new URL(import.meta.url).searchParams.get('file') ?? ''

subscribe('net.server.socket', (message) => {
  const { socket } = message as { readonly socket: Socket }
  appendFileSync(file, `${Date.now()} ${socket.remotePort}\n`)
})
