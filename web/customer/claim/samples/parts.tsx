/** What the drawings are put together from. Marked is what has to be readable on the real paper. */
import type { ReactNode } from 'react'

/** Units of a drawing; its size on the page is the style sheet's. */
export const width = 240
export const height = 150

interface SheetProps {
  /** As it is printed on the paper, which is Chinese whatever the page speaks. */
  readonly heading?: string
  readonly x?: number
  readonly wide?: number
  readonly children?: ReactNode
}

/** An upright sheet of paper, in the middle unless it is put elsewhere. */
export function Sheet({ heading, x = 70, wide = 100, children }: SheetProps) {
  return (
    <g transform={`translate(${x} 8)`}>
      <rect className="my-drawn-paper" width={wide} height="134" rx="2" />
      {heading !== undefined && <Printed x={wide / 2} y={20} text={heading} />}
      {children}
    </g>
  )
}

interface CardProps {
  readonly x: number
  readonly y: number
  readonly wide?: number
  readonly high?: number
  readonly children?: ReactNode
}

/** A card, or a page of a small booklet. */
export function Card({ x, y, wide = 106, high = 70, children }: CardProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="my-drawn-paper" width={wide} height={high} rx="6" />
      {children}
    </g>
  )
}

interface PrintedProps {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly marked?: boolean
}

export function Printed({ x, y, text, marked = false }: PrintedProps) {
  return (
    <text
      className={marked ? 'my-drawn-text my-drawn-marked-text' : 'my-drawn-text'}
      x={x}
      y={y}
      fontSize="10"
      textAnchor="middle"
    >
      {text}
    </text>
  )
}

interface LinesProps {
  readonly x: number
  readonly y: number
  /** One line of writing each, as long as this. */
  readonly lengths: readonly number[]
  readonly marked?: boolean
}

export function Lines({ x, y, lengths, marked = false }: LinesProps) {
  return lengths.map((length, line) => (
    <path
      key={line}
      className={marked ? 'my-drawn-marked' : 'my-drawn-line'}
      d={`M${x} ${y + line * 10}h${length}`}
    />
  ))
}

/** A round stamp with its star. */
export function Stamp({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="my-drawn-marked" r="14" />
      <path
        className="my-drawn-marked-fill"
        d="M0-7 1.6-2.2H6.7L2.6.8 4.1 5.7 0 2.7-4.1 5.7-2.6.8-6.7-2.2H-1.6Z"
      />
    </g>
  )
}

/** A name written by hand. */
export function Signature({ x, y }: { readonly x: number; readonly y: number }) {
  return <path className="my-drawn-marked" d={`M${x} ${y}c4-12 8-12 7-2s6 2 8-3 5 6 9 0 5-6 6 0 4 2 8-1`} />
}

/** The head and shoulders of a passport photograph. */
export function Portrait({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="my-drawn-line" width="24" height="30" />
      <circle className="my-drawn-line" cx="12" cy="11" r="5" />
      <path className="my-drawn-line" d="M3 28c1-12 17-12 18 0" />
    </g>
  )
}
