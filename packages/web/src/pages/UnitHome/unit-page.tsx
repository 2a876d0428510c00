import { organization, unitHome } from '@mingji/contract';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Descriptions } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { formatDay } from '../../app/format-time.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { MethodPanel } from './method-panel.tsx';
import { TargetList } from './target-list.tsx';
import { UnitOfficers } from './unit-officers.tsx';
import { WorkList } from './work-list.tsx';

type Home = unitHome.UnitHome;

/** A unit at one glance: who leads it, where it stands, what is to be done, its targets and people (P2). */
export function UnitPage() {
  const { unitId } = useParams({ strict: false }) as { unitId: string };
  const read = useEndpoint(unitHome.getUnitHome, { params: { unitId } });
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <LoadingState />;
  const home = read.data;
  return (
    <>
      <PageHeader
        trail={home.trail.map(({ id, name }) => ({ title: name, to: `/units/${id}` }))}
        title={home.unit.name}
        description={headWords(home)}
        action={
          home.canReport && (
            <Link to="/report" search={{ subject: home.unit.id, kind: 'unit' } as never}>
              <Button type="primary">为本单位填报</Button>
            </Link>
          )
        }
      />
      <Panel>
        <HeadFacts home={home} />
        {home.children.length > 0 && <Children units={home.children} />}
      </Panel>
      {home.inReach && <WorkList home={home} />}
      {home.methods.map((method) => (
        <MethodPanel
          key={method.ruleSetId}
          method={method}
          unitId={home.unit.id}
          inReach={home.inReach}
          mayOpen={home.mayOpen}
        />
      ))}
      {home.methods.length === 0 && (
        <Panel title="考核成绩">
          <p className="mj-quiet">本单位还没有公示的成绩；所在周期公示后，得分和名次显示在这里。</p>
        </Panel>
      )}
      {home.inReach && <TargetList targets={home.targets} unitId={home.unit.id} />}
      {home.inReach && <UnitOfficers unitId={home.unit.id} />}
    </>
  );
}

function headWords({ unit, leader, officers }: Home): string {
  return [
    organization.unitKindLabels[unit.kind],
    leader && `${leader.position} ${leader.name}`,
    `民警 ${officers} 人`,
    unit.abolishedOn && `${formatDay(unit.abolishedOn)} 撤销`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function HeadFacts({ home }: { readonly home: Home }) {
  const newest = home.methods[0]?.standings[0];
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 3 }}
      items={[
        {
          key: 'leader',
          label: '主要负责人',
          children: home.leader ? `${home.leader.name}（${home.leader.position}）` : '未登记',
        },
        {
          key: 'people',
          label: '人数',
          children: `民警 ${home.officers}${home.auxiliaries > 0 ? `，辅警等 ${home.auxiliaries}` : ''}`,
        },
        {
          key: 'rank',
          label: newest ? `名次（${newest.label}）` : '名次',
          children: newest ? rankWords(newest) : '尚未公示',
        },
      ]}
    />
  );
}

export function rankWords({
  rank,
  rankOf,
  rankSuspended,
}: Home['methods'][number]['standings'][number]): string {
  if (rankSuspended) return '复议中，暂不显示';
  return rank === null ? '不排名' : `第 ${rank} 名，共 ${rankOf ?? rank}`;
}

const SHOWN = 12;

function Children({ units }: { readonly units: Home['children'] }) {
  return (
    <p style={{ margin: '4px 0 0' }}>
      <span className="mj-quiet">下属单位：</span>
      {units.slice(0, SHOWN).map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && '、'}
          <Link to="/units/$unitId" params={{ unitId: id }}>
            {name}
          </Link>
        </span>
      ))}
      {units.length > SHOWN && <span className="mj-quiet"> 等 {units.length} 个</span>}
    </p>
  );
}
