/** Shapes that tell states apart for whoever does not see their colours. */
export type ShapeName = 'tick' | 'dot' | 'ring' | 'triangle' | 'square' | 'dash' | 'bars'

export function Shape({ name, size = 16 }: { readonly name: ShapeName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  )
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const

const shapes = {
  tick: (
    <>
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <path d="M4 8.5l2.5 2.5L12 5.5" {...outline} stroke="#fff" />
    </>
  ),
  dot: (
    <>
      <circle cx="8" cy="8" r="7" {...outline} />
      <circle cx="8" cy="8" r="4" fill="currentColor" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="7" {...outline} />,
  triangle: <path d="M8 1l7 13H1z" fill="currentColor" />,
  square: <path d="M2 2h12v12H2z" {...outline} />,
  dash: <path d="M2 8h12" {...outline} />,
  bars: <path d="M5 2v12M11 2v12" {...outline} />,
} as const satisfies Record<ShapeName, unknown>
