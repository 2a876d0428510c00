import { organization } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { Panel } from '../../components/panel.tsx';

const SHOWN = 60;

/** The people serving in the unit itself, as far as the reader may see them. */
export function UnitOfficers({ unitId }: { readonly unitId: string }) {
  const mayList = useAbility('target.decompose');
  return mayList ? <Officers unitId={unitId} /> : null;
}

function Officers({ unitId }: { readonly unitId: string }) {
  const list = useEndpoint(organization.listOfficers, { query: { unitId, below: 'false', pageSize: SHOWN } });
  const people = list.data?.items ?? [];
  if (list.error) return null;
  return (
    <Panel
      title={`人员${list.data ? `（${list.data.total}）` : ''}`}
      extra={
        <Link to="/attendance" search={{ unitId } as never}>
          考勤
        </Link>
      }
    >
      {list.data && people.length === 0 && <p className="mj-quiet">没有直接任职的人员，都在下属单位。</p>}
      <ul
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: '4px 20px',
          listStyle: 'none',
          margin: 0,
          padding: 0,
        }}
      >
        {people.map((officer) => (
          <li key={officer.id} style={{ minWidth: 150 }}>
            {officer.name} <span className="mj-quiet">{officer.position}</span>
          </li>
        ))}
      </ul>
      {(list.data?.total ?? 0) > SHOWN && <p className="mj-quiet">只列前 {SHOWN} 人。</p>}
    </Panel>
  );
}
