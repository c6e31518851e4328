import { Tour as Steps } from 'antd'
import { useText } from '../../language/language.ts'

interface TourProps {
  /** Whether this person works from the list, where claims are searched for. */
  readonly fromList: boolean
  readonly close: () => void
}

/** In their order; what has no place of its own is spoken of in the middle of the page. */
const stops = [
  { name: 'areas', target: '.st-header nav' },
  { name: 'work', target: null },
  { name: 'search', target: '.wl-search' },
  { name: 'language', target: '.st-header [lang]' },
  { name: 'again', target: '.st-tour-button' },
] as const

/** Once around the page. */
export function Tour({ fromList, close }: TourProps) {
  const t = useText()
  const steps = stops
    .filter(({ name }) => fromList || (name !== 'search' && name !== 'work'))
    .map(({ name, target }) => ({
      title: t(`staff:tour.${name}.title`),
      description: t(`staff:tour.${name}.text`),
      ...(target === null
        ? {}
        : { target: () => document.querySelector<HTMLElement>(target) as HTMLElement }),
    }))
  return <Steps open steps={steps} onClose={close} onFinish={close} />
}
