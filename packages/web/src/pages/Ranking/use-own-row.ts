import { results } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSession } from '../../app/session.tsx';
import type { RankingKind } from './ranking-query.ts';

/** Where I stand, or my unit, without looking for page 27; undefined while it is looked for, null when not ranked. */
export function useOwnRow(periodId: string, kind: RankingKind): results.RankingRow | null | undefined {
  const { officer } = useSession();
  const query = useEndpoint(
    results.listRanking,
    officer && {
      params: { periodId },
      query: {
        subjectKind: kind,
        text: kind === 'officer' ? officer.policeNo : officer.unitName,
        pageSize: 5,
      },
    },
  );
  if (officer === null || query.error) return null;
  return query.data && (query.data.items.find((row) => row.mine) ?? null);
}
