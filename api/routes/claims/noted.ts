/** The note of a command, when there is one. */
export function noted({ note }: { readonly note?: string }): { readonly note?: string } {
  return note === undefined ? {} : { note }
}
