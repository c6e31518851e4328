/** The statements that the product sends for each decision, as they reach the driver. */
export interface Statement {
  readonly text: string
  readonly name?: string
  readonly values: readonly unknown[]
}

export interface RecordedDecision {
  readonly decision: string
  readonly statements: readonly Statement[]
}
