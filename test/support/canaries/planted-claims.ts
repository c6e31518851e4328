/** A claim on its whole way, and everything else that people can enter, rightly and wrongly. */
import { randomUUID } from 'node:crypto'
import type { Cast } from '../../../scripts/demo/cast.ts'
import { HttpClient } from '../../../scripts/demo/http-client.ts'
import { policyFile, someoneInsured } from '../../../scripts/demo/policies.ts'
import type { Scenario } from '../../../scripts/demo/scenario.ts'
import { Story } from '../../../scripts/demo/story.ts'
import type { Canaries } from './canaries.ts'

const branchCode = '3101'

/** Somebody who is known under planted values only, with a policy of the scenario's kind. */
export class PlantedStory extends Story {
  static async plant(cast: Cast, canaries: Canaries, { title, contract }: Scenario): Promise<PlantedStory> {
    const insured = {
      ...someoneInsured(contract, {
        name: canaries.name('of the insured'),
        phone: canaries.phone('of the insured'),
        identityNumber: canaries.identityNumber('of the insured'),
      }),
      plate: canaries.plate('of the insured'),
    }
    await cast
      .any('administrator')
      .http.post('/policies/imports', policyFile(contract, branchCode, [insured]))
    const customer = await new HttpClient(cast.api).signInCustomer(insured.phone, cast.messageGateway)
    return new PlantedStory(cast, customer, insured, title)
  }
}

/** Whatever is answered: many of these are wrong on purpose. */
type Attempt = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object | string) => Promise<unknown>

function attempt(http: HttpClient): Attempt {
  return async (method, path, body) => {
    try {
      if (method === 'GET') return await http.get(path)
      return await (method === 'PUT' ? http.put(path, body as object) : http.post(path, body as object))
    } catch {
      return undefined
    }
  }
}

async function enteredByStaff(cast: Cast, canaries: Canaries): Promise<void> {
  const administrator = cast.any('administrator').http
  const login = `planted-${randomUUID().slice(0, 8)}`
  const password = canaries.password('of a colleague')
  await administrator.post('/people', {
    kind: 'natural',
    branchId: null,
    name: canaries.name('of a colleague'),
    phone: canaries.phone('of a colleague'),
    identityNumber: canaries.identityNumber('of a colleague'),
    account: { login, password },
  })
  const colleague = await new HttpClient(cast.api).signInStaff(login, password)
  await colleague.put('/me/password', { current: password, next: canaries.password('the next') })
  const anybody = attempt(new HttpClient(cast.api))
  await anybody('POST', '/sign-in/staff-sessions', { login, password: canaries.password('a wrong one') })
  await anybody('POST', '/sign-in/staff-sessions', {
    login: canaries.password('in the field of the login'),
    password: 'x',
  })
  await anybody('POST', '/sign-in/codes', { phone: canaries.phone('of nobody') })
  await anybody('POST', '/sign-in/sessions', { codeId: randomUUID(), code: canaries.word('code') })
}

async function enteredByCustomer(
  { customer: http, claimId, insured }: PlantedStory,
  canaries: Canaries,
): Promise<void> {
  const form = { narrative: canaries.text('draft'), phone: canaries.phone('in a draft') }
  const { draftId = '' } = await http.post<{ draftId?: string }>('/drafts', { form })
  const send = attempt(http)
  await send('PUT', `/drafts/${draftId}`, { form: { narrative: canaries.text('draft, changed') } })
  const message = { message: canaries.text('message of the customer') }
  await http.postOnce(`/claims/${claimId}/messages`, message, canaries.phone('as a key'))
  await send('POST', '/policies/searches', { by: 'plate', value: insured.plate })
  await send('POST', '/policies/searches', {
    by: 'identityNumber',
    value: canaries.identityNumber('searched'),
  })
}

async function enteredByHandler(story: PlantedStory, canaries: Canaries): Promise<void> {
  const { http } = await story.contact()
  const send = attempt(http)
  await http.post(story.path('/messages'), { message: canaries.text('message of the handler') })
  await http.post(story.path('/parties'), {
    parties: [
      {
        role: 'victim',
        name: canaries.name('of a victim'),
        phone: canaries.phone('of a victim'),
        identityNumber: canaries.identityNumber('of a victim'),
      },
    ],
  })
  await send('POST', story.path('/sensitive-views'), { reason: canaries.text('reason') })
  await send('POST', '/claims/search', {
    plate: canaries.plate('searched'),
    phone: canaries.phone('searched'),
  })
}

/** Everything in the wrong place: errors must not repeat what they are about. */
async function mistakes(story: PlantedStory, canaries: Canaries): Promise<void> {
  const { http } = await story.contact()
  const send = attempt(http)
  await send('POST', story.path('/messages'), { message: { text: canaries.text('object for text') } })
  await send('POST', story.path('/messages'), {
    message: 'x',
    [canaries.phone('unknown field')]: 1,
    [canaries.name('unknown field')]: 1,
  })
  await send('POST', story.path('/withdrawal'), { note: 7, reason: canaries.text('too much') })
  await send('POST', story.path('/coverage-facts'), { drunk: canaries.text('for a yes or no') })
  await send('POST', story.path('/parties'), {
    parties: [
      { role: canaries.word('role'), name: 'x', phone: canaries.word('letters for a phone') },
      {
        role: 'victim',
        name: canaries.word('digits in a name'),
        identityNumber: `11${canaries.phone('as identity')}99999`,
      },
    ],
  })
  await send('PUT', story.path(`/parties/${randomUUID()}/account`), {
    holder: canaries.name('of a stranger'),
    number: canaries.account('of a stranger'),
    bankName: canaries.word('bank'),
  })
  await send('POST', story.path('/sheets'), {
    input: { wordingId: canaries.word('wording'), lossDate: canaries.word('day') },
  })
  await send('POST', '/claims', { policyNumber: canaries.word('policy'), cause: canaries.word('cause') })
  await send('GET', `/claims/${canaries.word('in a path')}`)
  await send(
    'GET',
    `/nothing/${encodeURIComponent(canaries.name('in a path'))}?phone=${canaries.phone('in a query')}`,
  )
  await send('GET', `/worklist?view=${canaries.word('in a query')}`)
  await send('GET', `/claims?cursor=${canaries.word('cursor')}`)
  const raw = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${story.cast.api}/claims`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    })
  await raw(`{"narrative": "${canaries.text('broken JSON')}`)
  await raw(`{"narrative": "${canaries.text('no JSON')}"`, { 'content-type': 'text/plain' })
  await raw('{}', { authorization: `Bearer lpk_${canaries.word('key of a partner')}` })
  await raw('{}', { cookie: `lipei=${canaries.word('cookie')}` })
  await raw('{}', { 'x-request-id': canaries.phone('as a name of the request') })
  for (const path of ['/bank/callbacks', '/message-gateway/receipts']) {
    await fetch(`${story.cast.api}${path}`, {
      method: 'POST',
      body: JSON.stringify({ payee: canaries.name(`to ${path}`) }),
      headers: { 'content-type': 'application/json', authorization: canaries.word(`signature to ${path}`) },
    })
  }
}

const loss = {
  cause: 'collision',
  lossAt: '2018-06-01T08:30:00+08:00',
  estimatedMinor: 300_000,
  narrative: '',
}

/** A claim that was withdrawn and goes on again, each with its reason in free text. */
async function reopened(cast: Cast, canaries: Canaries, scenario: Scenario): Promise<PlantedStory> {
  const story = await PlantedStory.plant(cast, canaries, scenario)
  await story.report(loss)
  await story.customer.post(story.path('/withdrawal'), {})
  const contact = await story.contact()
  await contact.http.post(story.path('/reopening'), {})
  return story
}

async function rejected(cast: Cast, canaries: Canaries, scenario: Scenario): Promise<void> {
  const story = await PlantedStory.plant(cast, canaries, scenario)
  await story.report(loss)
  await story.call()
  await story.sendDocuments()
  await story.reviewDocuments()
  const { panel } = await story.until(
    'the panel',
    ({ stage, panel: run }) => stage === 'acceptance' && run !== null,
  )
  const check = panel?.lines.find(({ result }) => result !== 'pass')?.check ?? 'peril'
  const { http } = await story.contact()
  // A clause is a reference; whoever explains the rejection in its place is refused.
  const accepted = await attempt(http)('POST', story.path('/rejection'), {
    check,
    clause: canaries.text('clause'),
  })
  if (accepted !== undefined) return
  await http.post(story.path('/rejection'), { check, clause: '机动车损失保险条款（2014版）第八条第（二）项' })
}

/** Lets everybody enter everything; one claim is paid, one rejected, one withdrawn and reopened. */
export async function enterEverything(cast: Cast, canaries: Canaries, scenario: Scenario): Promise<void> {
  await enteredByStaff(cast, canaries)
  const story = await PlantedStory.plant(cast, canaries, scenario)
  await scenario.play(story)
  const open = await reopened(cast, canaries, scenario)
  await enteredByCustomer(open, canaries)
  await enteredByHandler(open, canaries)
  await mistakes(open, canaries)
  await rejected(cast, canaries, scenario)
}
