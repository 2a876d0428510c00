import { useAbility, useSession } from '../../app/session.tsx';

export type LogName = 'mine' | 'unit' | 'scored' | 'reach';

/** Which logs an account has: one's own, the unit's, what one scored, and all in reach. */
export function useLogs(): readonly { readonly value: LogName; readonly label: string }[] {
  const { officer, grants } = useSession();
  const posts = useAbility('entry.post');
  const leads = grants.some((grant) => grant.role === 'unitHead' || grant.role === 'unitClerk');
  const looks = posts || grants.some((grant) => grant.role !== 'officer');
  return [
    ...(officer ? [{ value: 'mine' as const, label: '我的' }] : []),
    ...(leads ? [{ value: 'unit' as const, label: '本单位' }] : []),
    ...(posts ? [{ value: 'scored' as const, label: '我评的' }] : []),
    ...(looks ? [{ value: 'reach' as const, label: '管理范围' }] : []),
  ];
}
