import {
  ApplicationFailure,
  condition,
  defineSignal,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow'

const { fail } = proxyActivities<{ fail(canary: string): Promise<void> }>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
})

export const tellSignal = defineSignal<[string]>('tell')

/** Takes the canary by every way by which data enters a history: argument, signal, activity, failure. */
export async function canaryWorkflow(canary: string): Promise<string> {
  let told = ''
  setHandler(tellSignal, (value) => {
    told = value
  })
  await condition(() => told !== '')
  try {
    await fail(told)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : 'nothing'
    throw ApplicationFailure.create({ message: `workflow saw: ${cause}`, type: 'Canary', nonRetryable: true })
  }
  return canary
}
