import { useId } from 'react'

interface FileButtonProps {
  readonly label: string
  readonly chosen: (files: readonly File[]) => void
  readonly accept?: string
  readonly multiple?: boolean
  /** Opens the camera that looks away from the person. */
  readonly camera?: boolean
}

/** What the API takes as a paper. */
const papers = 'image/jpeg,image/png,image/webp,application/pdf'
export const pictures = 'image/jpeg,image/png,image/webp'

/** Opens camera, gallery or files, as the device offers them, under words of the page instead of the browser's own. */
export function FileButton({
  label,
  chosen,
  accept = papers,
  multiple = false,
  camera = false,
}: FileButtonProps) {
  const id = useId()
  return (
    <span className="lp-file">
      <input
        id={id}
        type="file"
        multiple={multiple}
        accept={accept}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={({ target }) => {
          chosen([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ''
        }}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
