/**
 * Every column that holds encrypted values, with the context to which each value is bound. Whoever writes a new
 * column adds it here, or its values keep their old key for ever; a test compares the list with the schema.
 */
import { contentContext } from '../facts/content.ts'
import { partyContext } from '../facts/parties.ts'
import { objectContext } from '../policies/contexts.ts'
import { softwareId } from '../../domain/claim/software.ts'
import { defaultsAuthor, defaultsReviewer } from '../seed/load.ts'
import { payeeContext } from '../project-payments.ts'
import { fieldContext } from './field-cipher.ts'

type Row = Readonly<Record<string, string>>

export interface EncryptedColumn {
  readonly table: string
  readonly column: string
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[]
  /** What else the context is made of. */
  readonly bound: readonly string[]
  readonly context: (row: Row) => string
  /** SQL: which rows it is encrypted in; in all of them unless told. */
  readonly where?: string
}

/** The authors of the defaults are no people: their names are those of programs, and stand in clear. */
const people = `persons.id not in ('${defaultsAuthor.id}', '${defaultsReviewer.id}', '${softwareId}')`

const of = (row: Row, name: string): string => row[name] ?? ''

function column(
  table: string,
  name: string,
  context: EncryptedColumn['context'],
  bound: readonly string[] = [],
  key: readonly string[] = ['id'],
): EncryptedColumn {
  return { table, column: name, key, bound, context }
}

const claim = (row: Row, field: string) => fieldContext('claim', of(row, 'claim_id'), field)

function fieldsOf(
  table: string,
  fields: readonly string[],
  context: (row: Row, field: string) => string,
  bound: readonly string[] = [],
): readonly EncryptedColumn[] {
  return fields.map((field) => column(table, `${field}_encrypted`, (row) => context(row, field), bound))
}

export const encryptedColumns: readonly EncryptedColumn[] = [
  ...fieldsOf('persons', ['name', 'phone', 'identity'], (row, field) =>
    fieldContext('person', of(row, 'id'), field),
  ).map((one) => ({ ...one, where: people })),
  column(
    'insured_objects',
    'details_encrypted',
    (row) => objectContext(of(row, 'policy_id'), of(row, 'id')),
    ['policy_id'],
  ),
  ...fieldsOf(
    'claim_parties',
    ['name', 'phone', 'identity', 'account'],
    (row, field) => partyContext(of(row, 'claim_id'), of(row, 'id'), field),
    ['claim_id'],
  ),
  column(
    'claim_events',
    'note_encrypted',
    (row) => claim(row, `note.${of(row, 'sequence')}`),
    [],
    ['claim_id', 'sequence'],
  ),
  column(
    'contents',
    'body_encrypted',
    (row) => contentContext(of(row, 'claim_id'), of(row, 'kind'), Number(of(row, 'version'))),
    ['claim_id', 'kind', 'version'],
  ),
  column('report_drafts', 'body_encrypted', (row) => fieldContext('draft', of(row, 'id'), 'form')),
  column('documents', 'name_encrypted', (row) => claim(row, `document.${of(row, 'id')}`), ['claim_id']),
  column('documents', 'measures_encrypted', (row) => claim(row, `document.${of(row, 'id')}.measures`), [
    'claim_id',
  ]),
  column('messages', 'text_encrypted', (row) => claim(row, `message.${of(row, 'id')}`), ['claim_id']),
  column('notices', 'text_encrypted', (row) => fieldContext('notice', of(row, 'id'), 'text')),
  column('payment_intents', 'payee_encrypted', (row) => payeeContext(of(row, 'claim_id'), of(row, 'id')), [
    'claim_id',
  ]),
]
