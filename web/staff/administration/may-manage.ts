import { useRouteContext } from '@tanstack/react-router'

/** Who looks on here without being an administrator changes nothing. */
export function useMayManage(): boolean {
  const { me } = useRouteContext({ from: '/shell' })
  return me.roles.some(({ role }) => role === 'administrator')
}
