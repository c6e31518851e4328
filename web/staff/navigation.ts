import { administrationNavigation } from './administration/navigation.ts'
import { auditNavigation } from './audit/navigation.ts'
import { boardNavigation } from './board/navigation.ts'
import { calculatorNavigation } from './calculator/navigation.ts'
import { financeNavigation } from './finance/navigation.ts'
import { fastTrackNavigation } from './fast-track/navigation.ts'
import { handlerNavigation } from './handler/navigation.ts'
import type { NavigationEntry } from './navigation-entry.ts'
import { rulesNavigation } from './rules/navigation.ts'
import { supervisorNavigation } from './supervisor/navigation.ts'

/** What stands in the header, in its order; an area adds its own by one line. */
export const navigation: readonly NavigationEntry[] = [
  ...supervisorNavigation,
  ...auditNavigation,
  ...boardNavigation,
  ...financeNavigation,
  ...handlerNavigation,
  ...fastTrackNavigation,
  ...administrationNavigation,
  ...calculatorNavigation,
  ...rulesNavigation,
]
