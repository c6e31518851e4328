import { useId } from 'react'

interface FileButtonProps {
  readonly label: string
  readonly chosen: (files: readonly File[]) => void
}

/** Opens camera, gallery or files, as the telephone offers them; what the API takes and nothing else. */
export function FileButton({ label, chosen }: FileButtonProps) {
  const id = useId()
  return (
    <span className="my-file">
      <input
        id={id}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
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
