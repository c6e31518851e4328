import { Type } from 'typebox'
import { addCalendar, listCalendars } from '../../db/calendars.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { closed, list } from '../schemas/values.ts'
import { instantOf, isoInstant } from '../wire.ts'

const tags = ['calendars']
const minute = Type.Integer({ minimum: 0, maximum: 1440, description: 'Minutes after midnight in Shanghai.' })
const days = list(Type.String({ format: 'date' }))

const calendar = closed({
  version: Type.String({ pattern: '^[a-z0-9-]{1,40}$', examples: ['cn-to-2027-12-31'] }),
  effectiveFrom: wireInstant,
  holidays: days,
  makeUpDays: days,
  opensMinute: minute,
  closesMinute: minute,
})

/** Business calendars are versions: clocks that run keep the one with which they were started. */
export function calendarRoutes(app: Api, dependencies: Dependencies): void {
  const administer = administration(dependencies)

  app.get(
    '/calendars',
    {
      config: { action: 'readRules' },
      schema: {
        tags,
        summary: 'Versions of the business calendar 工作日历',
        response: { 200: closed({ calendars: list(calendar) }) },
      },
    },
    async () => {
      const calendars = await listCalendars(dependencies.database)
      return { calendars: calendars.map((one) => ({ ...one, effectiveFrom: isoInstant(one.effectiveFrom) })) }
    },
  )

  app.post(
    '/calendars',
    {
      config: { action: 'manageCalendars' },
      schema: {
        tags,
        summary: 'Add a version of the calendar 新增日历版本',
        body: calendar,
        response: { 201: closed({ version: Type.String() }) },
      },
    },
    async (request, reply) => {
      const added = await administer(request, async (tx, { now }) => {
        const effectiveFrom = instantOf('/effectiveFrom', request.body.effectiveFrom)
        await addCalendar(tx, { ...request.body, effectiveFrom }, now)
        return { version: request.body.version }
      })
      return reply.code(201).send(added)
    },
  )
}
