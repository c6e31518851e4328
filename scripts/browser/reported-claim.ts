import { HttpClient, type Rewrite } from '../demo/http-client.ts'

interface Policy {
  readonly policyId: string
  readonly line: string
  readonly cancelled: boolean
  readonly inceptionAt: string
  readonly expiryAt: string
}

/** Reports a collision of yesterday under the customer's motor policy, and says which claim it became. */
export async function reportClaim(api: string, phone: string, rewrite?: Rewrite): Promise<string> {
  const customer = await new HttpClient(api, rewrite).signInCustomer(phone)
  const lossAt = new Date(Date.now() - 86_400_000).toISOString()
  const { policies } = await customer.get<{ policies: readonly Policy[] }>('/policies')
  const policy = policies.find(
    ({ line, cancelled, inceptionAt, expiryAt }) =>
      line === 'motorCommercial' &&
      !cancelled &&
      Date.parse(inceptionAt) < Date.parse(lossAt) &&
      Date.parse(lossAt) < Date.parse(expiryAt),
  )
  if (policy === undefined) throw new Error(`${phone} has no motor policy that runs.`)
  const { claimId } = await customer.post<{ claimId: string }>('/claims', {
    policyId: policy.policyId,
    cause: 'collision',
    lossAt,
    estimatedMinor: 380_000,
    placeText: '上海市浦东新区世纪大道',
    narrative: '等红灯时被后车追尾，后保险杠破损。',
    duplicatesSeen: true,
  })
  return claimId
}
