/**
 * Loaded by a program before its own: at SIGWINCH, which nothing else of it hears, it fills its heap until that is full.
 * It does nothing else meanwhile: what it has in hand at the signal it has in hand at its death.
 */

/** Elements of eight bytes that are taken at a time: two megabytes. */
const elements = 262_144

process.once('SIGWINCH', () => {
  const held: number[][] = []
  for (;;) held.push(Array.from({ length: elements }, (_, index) => held.length + index / elements))
})
