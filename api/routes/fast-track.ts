import type { Static } from 'typebox'
import { readFastTrackSettings, setFastTrack } from '../../db/fast-track.ts'
import type { Database } from '../../db/client.ts'
import { readFastTrackSamples } from '../../db/reads/fast-track-samples.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { fastTrackChange, fastTrackSamples, fastTrackState } from '../schemas/fast-track.ts'
import { readStaffNames } from '../../db/reads/staff-contact.ts'
import { onTheWire } from '../wire.ts'

const tags = ['fast track']
const remembered = 100

/** The switch of the fast track, and what was drawn for its audit. */
export function fastTrackRoutes(app: Api, dependencies: Dependencies): void {
  const { database } = dependencies
  const administer = administration(dependencies)

  app.get(
    '/fast-track',
    {
      config: { action: 'readFastTrack' },
      schema: {
        tags,
        summary: 'Whether software settles claims, and since when 闪赔开关',
        response: { 200: fastTrackState },
      },
    },
    async () => shown(database),
  )

  app.post(
    '/fast-track',
    {
      config: { action: 'operateFastTrack' },
      schema: {
        tags,
        summary: 'Stop the fast track at once, open it again, or change its sample 停用、启用闪赔',
        description:
          'Holds from the answer on: no decision of software is under way that did not know of it. Claims in mid-flight go to their handlers; what was released stays a payment like others.',
        body: fastTrackChange,
        response: { 200: fastTrackState },
      },
    },
    async (request) =>
      administer(request, async (tx, { by, now }) => {
        await setFastTrack(tx, { ...request.body, by, now })
        return shown(tx)
      }),
  )

  app.get(
    '/fast-track/samples',
    {
      config: { action: 'readFastTrack' },
      schema: {
        tags,
        summary: 'Claims drawn for a later audit 闪赔抽样复核',
        response: { 200: fastTrackSamples },
      },
    },
    async (request, reply) => {
      const samples = await readFastTrackSamples(database, request.identity)
      return reply.send(onTheWire({ samples }) as never)
    },
  )
}

async function shown(reader: Pick<Database, 'select'>): Promise<Static<typeof fastTrackState>> {
  const set = await readFastTrackSettings(reader, remembered)
  const names = await readStaffNames(
    reader,
    set.map(({ setBy }) => setBy),
  )
  const history = set.map((one) => ({ ...one, setByName: names.get(one.setBy ?? '') ?? null }))
  return onTheWire({ ...history[0], history }) as Static<typeof fastTrackState>
}
