import { Type } from 'typebox'
import { checklistItems } from '../../../domain/rules/vocabulary.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { note, requiredNote } from '../../schemas/claim/values.ts'
import { closed, nullable, oneOf } from '../../schemas/values.ts'
import { commandRoutes } from './command-route.ts'
import { noted } from './noted.ts'

const item = oneOf(checklistItems)

/** The formal check of papers, and the one notice of what is missing. */
export function documentReviewRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('reviewDocument', {
    path: '/documents/reviews',
    summary: 'Accept or refuse what was sent for an item 审核材料',
    status: 201,
    body: closed({
      item,
      accepted: Type.Boolean(),
      reasonCode: Type.Optional(
        nullable(
          oneOf(
            ['illegible', 'incomplete', 'wrongDocument', 'expired', 'notOriginal', 'doesNotMatch', 'other'],
            'Required to refuse.',
          ),
        ),
      ),
      note,
    }),
    command: ({ body }) => {
      const { accepted, reasonCode = null } = body
      return { body: { item: body.item, accepted, reasonCode }, ...noted(body) }
    },
  })

  add('waiveItem', {
    path: '/waivers',
    summary: 'Do without an item 免交材料',
    status: 201,
    body: closed({ item, note: requiredNote }),
    command: ({ body }) => ({ body: { item: body.item }, ...noted(body) }),
  })

  add('issueNotice', {
    path: '/notices',
    summary: 'Tell once, in one notice, what is missing 一次性补充通知',
    description: 'A second notice needs a new reason and a supervisor (Insurance Law, article 22).',
    status: 201,
    body: closed({
      items: Type.Array(item, { maxItems: 30, uniqueItems: true }),
      newReason: Type.Optional(Type.Boolean()),
      note,
    }),
    command: ({ body }) => ({
      body: { items: body.items, newReason: body.newReason ?? false },
      ...noted(body),
    }),
  })
}
