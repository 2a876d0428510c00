import { Segmented } from 'antd';
import { useSearch } from '../../app/use-search.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { MattersTab } from './matters-tab.tsx';
import { PressesTab } from './presses-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { UnitsTab } from './units-tab.tsx';

const views = [
  { value: 'matters', label: '督办清单' },
  { value: 'units', label: '按单位' },
  { value: 'presses', label: '催办记录' },
  { value: 'rules', label: '督办规则' },
];

/** P10: every level sees what is late below it, presses it, and sees what came of it. */
export function SupervisionPage() {
  const [search, change] = useSearch();
  const view = views.some(({ value }) => value === search.tab) ? search.tab : 'matters';
  return (
    <>
      <PageHeader
        title="督办"
        description="本级以下逾期、临期、停滞的事项；催办一次记录一次，逾期不改的按规则上报。"
        more={
          <Segmented
            value={view ?? 'matters'}
            options={views}
            onChange={(next) => change({ tab: next === 'matters' ? null : String(next) }, 'push')}
          />
        }
      />
      {view === 'matters' && <MattersTab />}
      {view === 'units' && <UnitsTab />}
      {view === 'presses' && <PressesTab view="below" />}
      {view === 'rules' && <RulesTab />}
    </>
  );
}
