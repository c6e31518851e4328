/** Codes of the domain in the order in which they are offered: one that is left out is an error of its type. */
export const everyCode = <Code extends string>(codes: Readonly<Record<Code, true>>): readonly Code[] =>
  Object.keys(codes) as Code[]
