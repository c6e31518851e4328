import { type RefObject, useLayoutEffect, useState } from 'react'

type Size = Pick<HTMLElement, 'scrollWidth' | 'clientWidth' | 'scrollHeight' | 'clientHeight'>

/** Whether there is more than is shown, in one direction. Browsers round both sizes, so a pixel is nothing. */
export function overflows(element: Size, direction: 'across' | 'down'): boolean {
  return direction === 'across'
    ? element.scrollWidth > element.clientWidth + 1
    : element.scrollHeight > element.clientHeight + 1
}

/**
 * Watches whether an element, or what stands in it, has become too large for it. While it is not `watched` the last
 * answer stays: what is open has nothing more to show, but can be closed again.
 */
export function useOverflow(
  region: RefObject<HTMLElement | null>,
  direction: 'across' | 'down',
  watched = true,
): boolean {
  const [more, setMore] = useState(false)
  useLayoutEffect(() => {
    const element = region.current
    if (element === null || !watched) return undefined
    const look = () => setMore(overflows(element, direction))
    const sizes = new ResizeObserver(look)
    const watch = () => {
      for (const one of [element, ...element.children]) sizes.observe(one)
      look()
    }
    // A text that is replaced may keep the size of what shows it.
    const contents = new MutationObserver(watch)
    contents.observe(element, { childList: true, characterData: true, subtree: true })
    watch()
    return () => {
      sizes.disconnect()
      contents.disconnect()
    }
  }, [region, direction, watched])
  return more
}
