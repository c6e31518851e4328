import { createContext, useContext } from 'react'

/** Opens the viewer at a document. */
export const ViewerContext = createContext<(documentId: string) => void>(() => undefined)

export const useViewer = () => useContext(ViewerContext)
