/** What the papers look like that a checklist asks for; kinds that look alike share a drawing under another heading. */
import { Card, Lines, Portrait, Printed, Sheet, Signature, Stamp } from './parts.tsx'

interface Headed {
  /** As it is printed on the paper. */
  readonly heading: string
}

function IdentityCardFront() {
  return (
    <Card x={8} y={40}>
      <Lines x={10} y={16} lengths={[34, 26, 42]} />
      <Portrait x={72} y={10} />
      <Lines x={10} y={58} lengths={[84]} marked />
    </Card>
  )
}

export function IdentityCard() {
  return (
    <>
      <IdentityCardFront />
      <Card x={126} y={40}>
        <circle className="my-drawn-line" cx="22" cy="22" r="10" />
        <Printed x={66} y={26} text="居民身份证" />
        <Lines x={30} y={50} lengths={[46]} />
        <Lines x={30} y={60} lengths={[64]} marked />
      </Card>
    </>
  )
}

/** Somebody else's papers: the front of the identity card and the driving licence. */
export function IdentityAndLicence() {
  return (
    <>
      <IdentityCardFront />
      <Card x={126} y={40}>
        <Printed x={53} y={16} text="驾驶证" />
        <Lines x={10} y={28} lengths={[50]} marked />
        <Lines x={10} y={38} lengths={[40, 48]} />
        <Portrait x={72} y={26} />
      </Card>
    </>
  )
}

export function BankCard() {
  return (
    <Card x={50} y={32} wide={140} high={88}>
      <rect className="my-drawn-line" x="14" y="24" width="20" height="15" rx="3" />
      <path className="my-drawn-line" d="M24 24v15M14 31h20" />
      <Lines x={96} y={16} lengths={[30]} />
      <Printed x={70} y={60} text="6222 0000 0000 0000" marked />
      <Lines x={14} y={74} lengths={[36]} />
    </Card>
  )
}

/** A licence in its cover: the main page and the duplicate page. */
export function Licence({ heading }: Headed) {
  return (
    <>
      <Card x={8} y={36} high={78}>
        <Printed x={53} y={18} text={heading} />
        <Lines x={10} y={32} lengths={[56]} marked />
        <Lines x={10} y={42} lengths={[48, 56, 38]} />
        <Stamp x={84} y={56} />
      </Card>
      <Card x={126} y={36} high={78}>
        <Printed x={53} y={18} text="副页" />
        <Lines x={10} y={32} lengths={[56]} marked />
        <Lines x={10} y={42} lengths={[84, 70, 84]} />
      </Card>
    </>
  )
}

/** A certificate whose weight is in its stamp. */
export function StampedPaper({ heading }: Headed) {
  return (
    <Sheet heading={heading}>
      <Lines x={14} y={36} lengths={[72, 64, 72, 58, 68]} />
      <Lines x={14} y={106} lengths={[34]} marked />
      <Stamp x={74} y={108} />
    </Sheet>
  )
}

export function SignedPaper({ heading }: Headed) {
  return (
    <Sheet heading={heading}>
      <Lines x={14} y={36} lengths={[72, 64, 72, 72, 50]} />
      <Signature x={46} y={104} />
      <Lines x={50} y={120} lengths={[34]} marked />
    </Sheet>
  )
}

export function Agreement({ heading }: Headed) {
  return (
    <Sheet heading={heading}>
      <Lines x={14} y={36} lengths={[72, 64, 72, 72, 50]} />
      <Signature x={8} y={106} />
      <Signature x={54} y={106} />
      <Lines x={10} y={120} lengths={[34]} />
      <Lines x={56} y={120} lengths={[34]} />
    </Sheet>
  )
}

export function Invoice({ heading }: Headed) {
  return (
    <Card x={36} y={18} wide={168} high={114}>
      <Printed x={84} y={20} text={heading} />
      <Lines x={118} y={30} lengths={[38]} />
      <path className="my-drawn-line" d="M12 38h144v62H12zM12 52h144M12 86h144M68 38v48M104 38v48" />
      <Lines x={18} y={62} lengths={[42, 34]} />
      <Lines x={74} y={62} lengths={[22, 18]} />
      <Printed x={48} y={97} text="¥ 860.00" marked />
      <Stamp x={132} y={82} />
    </Card>
  )
}

/** Things or services, one a line, with their sum below. */
export function PriceList({ heading }: Headed) {
  return (
    <Sheet heading={heading} x={55} wide={130}>
      <path className="my-drawn-line" d="M10 32h110v64H10zM10 44h110M62 32v64M86 32v64" />
      <Lines x={16} y={56} lengths={[38, 30, 38, 26]} />
      <Lines x={68} y={56} lengths={[10, 10, 10, 10]} />
      <Lines x={92} y={56} lengths={[20, 16, 20, 18]} />
      <Printed x={92} y={114} text="合计 ¥ 860" marked />
    </Sheet>
  )
}

export function MedicalRecord() {
  return (
    <Sheet heading="门诊病历">
      <Lines x={14} y={36} lengths={[40]} marked />
      <Lines x={14} y={48} lengths={[72, 64, 72]} />
      <Lines x={14} y={84} lengths={[58]} marked />
      <Stamp x={30} y={112} />
      <Signature x={50} y={116} />
    </Sheet>
  )
}

/** One from a distance, one from near, one with the plate. */
export function Photographs() {
  return (
    <>
      <Card x={6} y={24} wide={72} high={84}>
        <path className="my-drawn-line" d="M6 66h60M12 66V40m-6 6 6-12 6 12z" />
        <Car x={22} y={44} />
        <Printed x={36} y={100} text="1" />
      </Card>
      <Card x={84} y={24} wide={72} high={84}>
        <path className="my-drawn-line" d="M0 24c26 0 46 4 60 16v26M0 66h10m40 0h10" />
        <circle className="my-drawn-line" cx="30" cy="66" r="16" />
        <path className="my-drawn-marked" d="m36 30 6 8-4 5 9 3-3 8" />
        <Printed x={36} y={100} text="2" />
      </Card>
      <Card x={162} y={24} wide={72} high={84}>
        <path className="my-drawn-line" d="M8 26h56l6 20v22H2V46zM6 40h10m40 0h10" />
        <rect className="my-drawn-marked" x="7" y="50" width="58" height="16" rx="2" />
        <Printed x={36} y={62} text="京A1234" marked />
        <Printed x={36} y={100} text="3" />
      </Card>
    </>
  )
}

function Car({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path className="my-drawn-line" d="M0 18v-8l6-2 6-8h16l8 8 8 2v8z" />
      <circle className="my-drawn-line" cx="10" cy="18" r="4" />
      <circle className="my-drawn-line" cx="34" cy="18" r="4" />
      <path className="my-drawn-marked" d="m38 9 3 3-2 3" />
    </g>
  )
}

export function Keys() {
  return [68, 138].map((x) => (
    <g key={x} transform={`translate(${x} 30)`}>
      <rect className="my-drawn-marked" width="34" height="44" rx="10" />
      <circle className="my-drawn-line" cx="17" cy="16" r="4" />
      <circle className="my-drawn-line" cx="17" cy="30" r="4" />
      <path className="my-drawn-marked" d="M13 44v40l4 6 4-6v-8h-3m3-10h-3V44" />
    </g>
  ))
}

/** A register or a title, open at two of its pages. */
export function Booklet({ heading }: Headed) {
  return (
    <>
      <Card x={14} y={18} high={114}>
        <Printed x={53} y={24} text={heading} />
        <Lines x={14} y={42} lengths={[50]} marked />
        <Lines x={14} y={54} lengths={[78, 64]} />
        <Stamp x={78} y={92} />
      </Card>
      <Card x={120} y={18} high={114}>
        <Lines x={14} y={24} lengths={[50]} marked />
        <Lines x={14} y={36} lengths={[78, 64, 78, 70, 78, 58]} />
      </Card>
    </>
  )
}

/** The first page of a policy. */
export function PolicyPaper() {
  return (
    <Sheet heading="保险单">
      <Lines x={14} y={34} lengths={[72]} marked />
      <Lines x={14} y={50} lengths={[60, 72, 54, 72]} />
      <Stamp x={74} y={110} />
    </Sheet>
  )
}

/** What the bank's app shows of a transfer. */
export function Transfer() {
  return (
    <g transform="translate(82 6)">
      <rect className="my-drawn-paper" width="76" height="138" rx="10" />
      <path className="my-drawn-line" d="M28 8h20" />
      <circle className="my-drawn-line" cx="38" cy="32" r="10" />
      <path className="my-drawn-line" d="m33 32 4 4 7-8" />
      <Printed x={38} y={62} text="¥ 860.00" marked />
      <Lines x={12} y={80} lengths={[52, 44]} marked />
      <Lines x={12} y={104} lengths={[40, 52]} />
    </g>
  )
}

/** Whatever else there is: a picture, a paper. */
export function PictureAndPaper() {
  return (
    <>
      <Card x={22} y={34} wide={96} high={82}>
        <circle className="my-drawn-line" cx="24" cy="24" r="7" />
        <path className="my-drawn-line" d="m6 70 26-28 16 16 20-26 22 38z" />
      </Card>
      <Sheet x={136} wide={82}>
        <Lines x={12} y={24} lengths={[46]} marked />
        <Lines x={12} y={38} lengths={[58, 44, 58, 50, 58, 40]} />
      </Sheet>
    </>
  )
}
