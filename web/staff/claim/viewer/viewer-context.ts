import { createContext, useContext } from 'react'

/** Opens the viewer at a document; null on a page that has none. */
export const ViewerContext = createContext<((documentId: string) => void) | null>(null)

export const useViewer = () => useContext(ViewerContext)
