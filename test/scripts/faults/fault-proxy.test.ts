import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FaultProxy } from '../../../scripts/faults/proxy/fault-proxy.ts'

/** Answers each piece with itself, after noting it. */
let server: Server
let received: string[]
let proxy: FaultProxy
const open: Socket[] = []

beforeEach(async () => {
  received = []
  server = createServer((socket) => {
    open.push(socket)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      received.push(piece.toString())
      socket.write(piece)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  proxy = await FaultProxy.listen({ host: '127.0.0.1', port })
})

afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy()
  await proxy.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

interface Caller {
  readonly socket: Socket
  readonly heard: string[]
  /** How the connection ended: a code of the system, or `ended`. */
  readonly end: Promise<string>
}

async function call(): Promise<Caller> {
  const socket = connect({ host: '127.0.0.1', port: proxy.port })
  open.push(socket)
  const heard: string[] = []
  socket.on('data', (piece: Buffer) => heard.push(piece.toString()))
  const end = new Promise<string>((resolve) => {
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
    socket.once('close', () => resolve('ended'))
  })
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  return { socket, heard, end }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 3_000
  while (!condition() && Date.now() < deadline) await sleep(5)
}

describe('the fault proxy', () => {
  it('passes everything on, in both directions and to the end', async () => {
    const { socket, heard, end } = await call()
    socket.write('one')
    await until(() => heard.length === 1)
    socket.end()
    expect(await end).toBe('ended')
    expect([received, heard]).toEqual([['one'], ['one']])
  })

  it('leads new connections to another place, and leaves those that are open where they are', async () => {
    const before = await call()
    before.socket.write('here')
    await until(() => before.heard.length === 1)
    const other = createServer((socket) => {
      open.push(socket)
      socket.on('data', () => socket.write('elsewhere'))
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()))
    const address = other.address()
    proxy.lead({
      host: '127.0.0.1',
      port: address !== null && typeof address === 'object' ? address.port : 0,
    })
    const after = await call()
    after.socket.write('there')
    await until(() => after.heard.length === 1)
    before.socket.write('again')
    await until(() => before.heard.length === 2)
    for (const { socket } of [before, after]) socket.destroy()
    other.close()
    expect([before.heard, after.heard]).toEqual([['here', 'again'], ['elsewhere']])
  })

  it('is late by what it was told, once in each direction, and keeps the order when that ends', async () => {
    const { socket, heard } = await call()
    proxy.become({ kind: 'latency', ms: 120 })
    const began = performance.now()
    socket.write('late')
    await sleep(20)
    proxy.become({ kind: 'pass' })
    socket.write('after')
    await until(() => heard.join('').length === 9)
    expect(heard.join('')).toBe('lateafter')
    expect(performance.now() - began).toBeGreaterThan(100)
  })

  it('resets what is open and what comes, until it is told otherwise', async () => {
    const before = await call()
    proxy.become({ kind: 'reset' })
    expect(await before.end).toBe('ECONNRESET')
    const during = await call()
    during.socket.write('x')
    expect(await during.end).toBe('ECONNRESET')
    expect(received).toEqual([])
    proxy.become({ kind: 'pass' })
    const after = await call()
    after.socket.write('y')
    await until(() => after.heard.length > 0)
    expect(after.heard).toEqual(['y'])
  })

  it('swallows in a black hole, and lets pass late what it held', async () => {
    const { socket, heard } = await call()
    proxy.become({ kind: 'blackHole' })
    socket.write('held')
    await sleep(100)
    expect(received).toEqual([])
    proxy.become({ kind: 'pass' })
    await until(() => heard.length > 0)
    expect(heard).toEqual(['held'])
  })

  it('forwards the request that it was told of, and drops its reply with the connection', async () => {
    proxy.become({ kind: 'dropReply', after: 'commit', times: 1 })
    const { socket, heard, end } = await call()
    socket.write('select')
    await until(() => heard.length === 1)
    socket.write('commit')
    expect(await end).toBe('ECONNRESET')
    expect(received).toEqual(['select', 'commit'])
    expect(heard).toEqual(['select'])
    expect(proxy.hits).toBe(1)
    const second = await call()
    second.socket.write('commit')
    await until(() => second.heard.length > 0)
    expect(second.heard).toEqual(['commit'])
  })

  it('sends a request twice, byte for byte, and hands on one answer', async () => {
    proxy.become({ kind: 'duplicate', of: 'POST', times: 1 })
    const { socket, heard } = await call()
    socket.write('POST money')
    await until(() => received.length === 2)
    await sleep(30)
    expect(received).toEqual(['POST money', 'POST money'])
    expect(heard).toEqual(['POST money'])
    expect(proxy.hits).toBe(1)
  })

  it('lets a client learn that there is nobody behind it', async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    const { end } = await call()
    expect(['ECONNRESET', 'ended']).toContain(await end)
  })
})
