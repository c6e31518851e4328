import { createContext } from 'react'

/** Whether every section stands open, finished or not: nobody can unfold what is on paper. */
export const SectionsOpen = createContext(false)
