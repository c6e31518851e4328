/** Lines of business, in the order in which they are offered. */
export const lines = ['motorCompulsory', 'motorCommercial', 'property', 'accident', 'health'] as const

export type Line = (typeof lines)[number]
