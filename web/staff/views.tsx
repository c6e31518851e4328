interface ViewsProps<View extends string> {
  /** What the views are of, for a reader who does not see them side by side. */
  readonly label: string
  readonly views: readonly View[]
  readonly chosen: View
  readonly choose: (view: View) => void
  readonly name: (view: View) => string
}

/** One list looked at in several ways; on a telephone all of them stay in sight, in several lines. */
export function Views<View extends string>({ label, views, chosen, choose, name }: ViewsProps<View>) {
  return (
    <div className="st-views" role="group" aria-label={label}>
      {views.map((view) => (
        <button key={view} type="button" aria-pressed={view === chosen} onClick={() => choose(view)}>
          {name(view)}
        </button>
      ))}
    </div>
  )
}
