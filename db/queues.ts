interface Queue {
  readonly name: string
  /** Where a job goes after its last try: an exception that somebody owns. */
  readonly deadLetter: string
  readonly retryLimit: number
  readonly retryDelay: number
  readonly retryBackoff: boolean
  readonly expireInSeconds: number
  /** A runner that says nothing of a job for so long has died, and another one takes it. */
  readonly heartbeatSeconds: number
  readonly notify: boolean
}

const queue = (name: string, options: Partial<Queue> = {}): Queue => ({
  name,
  deadLetter: `${name}-dead`,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  expireInSeconds: 30,
  heartbeatSeconds: 10,
  notify: true,
  ...options,
})

export const noticeQueue = 'notices'
export const documentQueue = 'documents'
export const statementQueue = 'statements'

/** Rows' work, enqueued in the row's transaction; each job is idempotent. */
export const queues: readonly Queue[] = [
  queue(noticeQueue),
  queue(documentQueue, { expireInSeconds: 60 }),
  queue(statementQueue, { expireInSeconds: 120 }),
]
