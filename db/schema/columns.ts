import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'
import type { Fen } from '../../domain/money.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** An instant of the domain (epoch milliseconds) in a `timestamptz`. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (value) => new Date(value),
  fromDriver: (value) => new Date(value).getTime(),
})

/** When the row was written, by the database's clock. */
export const writtenAt = () =>
  timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow()

/** An amount in fen; bigint in the database, a safe integer here (a CHECK holds the border). */
export const amountMinor = (name: string) => bigint(name, { mode: 'number' }).$type<Fen>()

/** Ciphertext of a field: names the key that wrote it and is bound to its row. */
export const encrypted = customType<{ data: string; driverData: string }>({ dataType: () => 'text' })
