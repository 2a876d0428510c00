import { organization } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useSearch } from '../../app/use-search.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { OfficersTable } from './officers-table.tsx';
import styles from './organization.module.css';
import { UnitPanel } from './unit-panel.tsx';
import { UnitTree } from './unit-tree.tsx';

/** The tree at the left, the chosen unit and its people at the right; the phone chooses from a list. */
export function PeopleTab() {
  const [search, change] = useSearch();
  const phone = useIsPhone();
  const { officer } = useSession();
  const options = useUnitOptions();
  const mayRead = useAbility('officer.read');
  const withAbolished = search.abolished === '1';
  const read = useEndpoint(
    organization.listUnits,
    { query: withAbolished ? { withAbolished: 'true' } : {} },
    { keepPrevious: true },
  );
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <LoadingState />;
  const { units } = read.data;
  const own = units.find((one) => one.abilities.manage) ?? units.find((one) => one.id === officer?.unitId);
  const unit = units.find((one) => one.id === search.unit) ?? own ?? units[0];
  const choose = (unitId: string | null) => change({ unit: unitId, page: null }, 'push');
  return (
    <div className={styles.layout}>
      {phone ? (
        <UnitSelect
          {...options}
          aria-label="单位"
          value={unit?.id ?? null}
          allowClear={false}
          onChange={choose}
        />
      ) : (
        <UnitTree
          units={units}
          chosen={unit?.id ?? null}
          onChoose={choose}
          withAbolished={withAbolished}
          onAbolished={(show) => change({ abolished: show ? '1' : null })}
        />
      )}
      <div className={styles.main}>
        {unit && <UnitPanel unit={unit} units={units} />}
        {unit && mayRead && <OfficersTable unit={unit} />}
      </div>
    </div>
  );
}
