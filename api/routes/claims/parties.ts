import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { requireFields } from '../../fields.ts'
import { newParties } from '../../schemas/claim/report.ts'
import { payeeAccount } from '../../schemas/claim/values.ts'
import { id } from '../../schemas/values.ts'
import { commandRoutes } from './command-route.ts'
import { noted } from './noted.ts'
import { accountOf, partiesOf, partyChecks } from './parties-on-request.ts'

/** Who is in the claim, and where their money goes. */
export function partyRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('addParty', {
    path: '/parties',
    summary: 'Add people to the claim 增加当事人',
    status: 201,
    body: newParties,
    command: ({ body }) => {
      requireFields(partyChecks(body.parties))
      return { body: {}, parties: partiesOf(body.parties), ...noted(body) }
    },
  })

  add('changePayee', {
    path: '/parties/:partyId/account',
    method: 'PUT',
    summary: 'Say where the money goes 收款账户',
    description: 'A change voids every approval that names this party and is not paid yet.',
    params: { partyId: id },
    body: payeeAccount,
    command: ({ params: { partyId }, body }) => ({
      body: { partyId },
      // Only the account of a known party is written; the role and the name here change nothing.
      parties: [{ id: partyId, role: 'insured', name: body.holder, account: accountOf(body) }],
    }),
  })
}
