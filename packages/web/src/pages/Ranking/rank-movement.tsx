import { results } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { LineChart } from '../../charts/line-chart.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import type { AskedRanking } from './ranking-query.ts';
import { SubjectPicker } from './subject-picker.tsx';
import { useOwnRow } from './use-own-row.ts';

const MOST = 8;
/** Shown until somebody chooses: oneself and the first of the list. */
const FIRST = 5;

interface RankMovementProps {
  readonly periodId: string;
  readonly asked: AskedRanking;
}

/** Ranks over the periods, first on top; a period without a rank breaks the line (P11, vertically). */
export function RankMovement({ periodId, asked }: RankMovementProps) {
  const [search, change] = useSearch();
  const chosen = (search.subjects ?? '').split(',').filter(Boolean).slice(0, MOST);
  const first = useEndpoint(
    results.listRanking,
    chosen.length > 0 ? null : { params: { periodId }, query: { ...asked, pageSize: FIRST } },
  );
  const own = useOwnRow(periodId, asked.subjectKind);
  const ids = chosen.length > 0 ? chosen : ownAndFirst(own, first.data?.items);
  const movement = useEndpoint(
    results.getRankMovement,
    ids.length === 0
      ? null
      : { params: { periodId }, query: { subjectKind: asked.subjectKind, subjects: ids.join(',') } },
    { keepPrevious: true },
  );
  const error = first.error ?? movement.error;
  const known = movement.data?.subjects ?? [];
  return (
    <Panel>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 8 }}>
        <SubjectPicker
          periodId={periodId}
          kind={asked.subjectKind}
          label={`选择要看的${asked.subjectKind === 'unit' ? '单位' : '民警'}（最多 ${MOST} 个）`}
          value={ids}
          known={known}
          most={MOST}
          onChange={(next) => change({ subjects: next.join(',') })}
        />
      </div>
      {error ? (
        <ErrorState error={error} onRetry={() => void movement.refetch()} />
      ) : movement.data ? (
        <MovementCharts movement={movement.data} />
      ) : (
        <LoadingState />
      )}
    </Panel>
  );
}

/** None before both are known: a picture that changes while it is looked at is read wrongly. */
function ownAndFirst(
  own: results.RankingRow | null | undefined,
  first: readonly results.RankingRow[] | undefined,
): readonly string[] {
  if (own === undefined || first === undefined) return [];
  const all = [...(own ? [own] : []), ...first].map((row) => row.subjectId);
  return [...new Set(all)].slice(0, FIRST);
}

/** 2026年7月并入：甲所、乙所 — what a bend of the line may come from. */
export function mergerLines(tookIn: readonly { readonly name: string; readonly on: string }[]): string[] {
  const months = [...new Set(tookIn.map(({ on }) => on.slice(0, 7)))];
  return months.map((month) => {
    const names = tookIn.filter(({ on }) => on.startsWith(month)).map(({ name }) => name);
    return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月并入：${names.join('、')}`;
  });
}

type Movement = ReturnType<typeof results.getRankMovement.response.parse>;

function MovementCharts({ movement: { periods, subjects } }: { readonly movement: Movement }) {
  const names = periods.map(({ label }) => label);
  const hints = subjects.flatMap(({ name, points }) => {
    const sequences = [...new Set(points.flatMap((point) => point?.sequenceName ?? []))];
    return sequences.length > 1 ? [`${name}先后在${sequences.join('、')}`] : [];
  });
  const merged = subjects.flatMap(({ name, tookIn }) =>
    mergerLines(tookIn).map((line) => (subjects.length === 1 ? line : `${name}${line}`)),
  );
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <LineChart
        title="名次走势（第 1 名在上，没有名次的周期断开）"
        nameHeading="周期"
        names={names}
        scale="rank"
        height={340}
        series={subjects.map(({ name, points }) => ({
          name,
          values: points.map((point) => (point?.rank == null ? null : String(point.rank))),
        }))}
      />
      {merged.length > 0 && (
        <p className="mj-quiet" style={{ margin: 0 }}>
          {merged.join('；')}。
        </p>
      )}
      <LineChart
        title="得分走势"
        nameHeading="周期"
        names={names}
        height={260}
        series={subjects.map(({ name, points }) => ({
          name,
          values: points.map((point) => point?.score.value ?? null),
        }))}
      />
      <p className="mj-quiet" style={{ margin: 0 }}>
        名次为各自序列和组内的名次，不同序列之间不可直接比较。
        {hints.length > 0 && `${hints.join('；')}。`}
      </p>
    </div>
  );
}
