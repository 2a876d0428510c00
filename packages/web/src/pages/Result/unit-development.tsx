import { results } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { LineChart } from '../../charts/line-chart.tsx';
import { SpreadChart } from '../../charts/spread-chart.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Panel } from '../../components/panel.tsx';

interface UnitDevelopmentProps {
  readonly periodId: string;
  readonly unitId: string;
}

/** A unit's modules over the periods, and how far its officers lie apart, for those who may see them (P11). */
export function UnitDevelopment({ periodId, unitId }: UnitDevelopmentProps) {
  const query = useEndpoint(results.getUnitDevelopment, { params: { periodId, unitId } });
  if (query.error && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { modules, periods } = query.data ?? { modules: [], periods: [] };
  // One period is no movement; its numbers stand above already.
  const withOfficers = periods.filter(({ officers }) => officers !== null);
  if (periods.length < 2 && withOfficers.length === 0) return null;
  const names = periods.map(({ label }) => label);
  return (
    <div style={{ marginTop: 12 }}>
      <Panel title="单位成绩走势">
        <div style={{ display: 'grid', gap: 12 }}>
          {periods.length > 1 && (
            <LineChart
              title="各模块得分"
              nameHeading="周期"
              names={names}
              series={modules.map(({ name }, at) => ({
                name,
                values: periods.map((period) => period.modules[at]?.value ?? null),
              }))}
              height={240}
            />
          )}
          {withOfficers.length > 0 && (
            <SpreadChart
              title="所属民警得分分布（本单位及下级）"
              nameHeading="周期"
              names={withOfficers.map(({ label }) => label)}
              spreads={withOfficers.flatMap(({ officers }) => officers ?? [])}
            />
          )}
        </div>
      </Panel>
    </div>
  );
}
