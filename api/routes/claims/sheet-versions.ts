import { atOneMoment, readClaimFor } from '../../../db/reads/claim-for-reader.ts'
import { readContent } from '../../../db/reads/contents.ts'
import { rerun } from '../../../domain/adjustment/compare-sheets.ts'
import { engineVersion } from '../../../domain/adjustment/sheet.ts'
import type { CalculatedSheet, SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { refuse } from '../../../domain/errors.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { sheetVersion } from '../../schemas/claim/reads.ts'
import { versionNumber } from '../../schemas/claim/values.ts'
import { closed, id } from '../../schemas/values.ts'
import { senderOf } from '../../sender.ts'
import { isoInstant } from '../../wire.ts'

/** A version of the calculation with every step, and what would come out otherwise by today's rules. */
export function sheetVersionRoutes(app: Api, { database, cipher }: Dependencies): void {
  app.get(
    '/claims/:claimId/sheets/:version',
    {
      config: { action: 'readClaim' },
      schema: {
        tags: ['claims'],
        summary: 'A calculation, calculated again 理算书与复算',
        params: closed({ claimId: id, version: versionNumber }),
        response: { 200: sheetVersion },
      },
    },
    async (request, reply) => {
      const { claimId, version } = request.params
      const content = await atOneMoment(database, async (tx) => {
        await readClaimFor(tx, { claimId, sender: senderOf(request), actions: ['readClaim'] })
        return (await readContent(tx, cipher, claimId, { kind: 'sheet', version })) ?? refuse('notFound')
      })
      // What could not be calculated was refused, so it is no version.
      const { input, result } = content.body as { input: SheetInput; result: CalculatedSheet }
      return reply.send({
        version: content.version,
        hash: content.hash,
        authorId: content.authorId,
        at: isoInstant(content.at),
        input,
        result,
        rerun: { ...rerun(input, result), engineVersion },
      })
    },
  )
}
