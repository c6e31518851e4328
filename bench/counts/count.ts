/** What a claim costs Temporal, counted in the histories of its workflow and of those of its payments. */

/** An event of a history as JSON, in as far as it is counted. */
interface CountedEvent {
  readonly eventType?: string
  readonly markerRecordedEventAttributes?: {
    readonly markerName?: string
    readonly workflowTaskCompletedEventId?: string
  }
}

export interface WorkflowCount {
  readonly workflowId: string
  readonly actions: number
  readonly events: number
  /** As the server counts them (`historySizeBytes`), payloads encrypted. */
  readonly bytes: number
}

/** Each of these is one action where actions are billed; of a child's two the second is its own start. */
const billed: ReadonlySet<string> = new Set([
  'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
  'EVENT_TYPE_TIMER_STARTED',
  'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED',
  'EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED',
])

/** The local activities of one workflow task are one action together; markers of patches are none. */
export function countActions(events: readonly CountedEvent[]): number {
  const tasks = new Set<string>()
  let actions = 0
  for (const { eventType = '', markerRecordedEventAttributes: marker } of events) {
    if (billed.has(eventType)) actions += 1
    if (marker?.markerName === 'core_local_activity') tasks.add(marker.workflowTaskCompletedEventId ?? '')
  }
  return actions + tasks.size
}
