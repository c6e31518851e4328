/**
 * What somebody sends, one file after the other. A file whose connection was cut waits and goes again by itself, as
 * soon as there is a network; one that was refused waits for its owner. Files of a loss that is not reported yet are
 * only kept.
 */
import { useSyncExternalStore } from 'react'
import { Problem } from '../../http/problem.ts'
import { queryClient } from '../../http/queries.ts'
import { forgetFile, keepFile, type KeptFile, keptFiles } from './kept-files.ts'
import { sendFile } from './send-file.ts'

export interface Upload extends KeptFile {
  readonly state: 'waiting' | 'sending' | 'refused' | 'sent'
  /** From 0 to 1. */
  readonly progress: number
  readonly problem: Problem | null
}

/** Long enough for whoever holds the telephone to press "again" first. Milliseconds. */
const pauseAfterCut = 15_000

let uploads: readonly Upload[] = []
let owner: string | null = null
let working = false
const listeners = new Set<() => void>()

function show(next: readonly Upload[]): void {
  uploads = next
  for (const listener of listeners) listener()
}

function change(id: string, changed: Partial<Upload>): void {
  show(uploads.map((one) => (one.id === id ? { ...one, ...changed } : one)))
}

const fresh = { state: 'waiting', progress: 0, problem: null } as const

/** To be called for whoever is signed in: what they chose at an earlier visit goes on. */
export async function continueUploads(personId: string): Promise<void> {
  if (owner === personId) return
  owner = personId
  const kept = await keptFiles(personId)
  const known = new Set(uploads.map(({ id }) => id))
  show([
    ...uploads.filter((one) => one.personId === personId),
    ...kept.filter(({ id }) => !known.has(id)).map((file) => ({ ...file, ...fresh })),
  ])
  void work()
}

export function addFiles(claimId: string | null, item: string, files: Iterable<File>): void {
  if (owner === null) return
  const personId = owner
  const added = Array.from(files, (file) => ({
    id: crypto.randomUUID(),
    personId,
    claimId,
    item,
    name: file.name,
    blob: file,
  }))
  show([...uploads, ...added.map((file) => ({ ...file, ...fresh }))])
  for (const file of added) void keepFile(file)
  void work()
}

export function removeFile(id: string): void {
  show(uploads.filter((one) => one.id !== id))
  void forgetFile(id)
}

export function sendAgain(id: string): void {
  change(id, fresh)
  void work()
}

/** The loss is reported now: what was chosen for it is sent, what its checklist does not ask for as other evidence. */
export function sendForClaim(claimId: string, items: ReadonlySet<string>): void {
  show(
    uploads.map((one) =>
      one.claimId === null
        ? { ...one, claimId, item: items.has(one.item) ? one.item : 'otherEvidence' }
        : one,
    ),
  )
  for (const { id, personId, item, name, blob } of uploads.filter((one) => one.claimId === claimId)) {
    void keepFile({ id, personId, claimId, item, name, blob })
  }
  void work()
}

async function work(): Promise<void> {
  if (working) return
  working = true
  try {
    for (let next = due(); next !== undefined; next = due()) await sendOne(next)
  } finally {
    working = false
  }
}

function due() {
  if (!navigator.onLine) return undefined
  const found = uploads.find(
    ({ state, claimId, problem }) => state === 'waiting' && claimId !== null && problem === null,
  )
  return found?.claimId == null ? undefined : { ...found, claimId: found.claimId }
}

async function sendOne(upload: Upload & { readonly claimId: string }): Promise<void> {
  const { id, claimId } = upload
  change(id, { state: 'sending', progress: 0 })
  try {
    await sendFile({ ...upload, progress: (part) => change(id, { progress: part }) })
    await forgetFile(id)
    change(id, { state: 'sent', progress: 1 })
    void queryClient.invalidateQueries({ queryKey: ['claims', claimId] })
  } catch (error) {
    const problem = error instanceof Problem ? error : Problem.offline()
    change(id, { state: problem.unclear ? 'waiting' : 'refused', progress: 0, problem })
    if (problem.unclear) setTimeout(goOn, pauseAfterCut)
  }
}

/** Everything that waits only for the network is due again. */
function goOn(): void {
  if (!navigator.onLine) return
  show(uploads.map((one) => (one.state === 'waiting' ? { ...one, problem: null } : one)))
  void work()
}

addEventListener('online', goOn)

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => uploads,
  )
}
