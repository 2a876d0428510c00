import { Tabs } from 'antd';
import { useSearch } from '../../app/use-search.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { SequencesTab } from './sequences-tab.tsx';
import { texts } from './texts.ts';

export function OrganizationPage() {
  const [search, change] = useSearch();
  return (
    <>
      <PageHeader title={texts.title} description={texts.description} />
      <Tabs
        activeKey={search.tab ?? 'people'}
        onChange={(tab) => change({ tab: tab === 'people' ? null : tab }, 'push')}
        destroyOnHidden
        items={[
          { key: 'people', label: texts.tabs.people, children: <PeopleTab /> },
          { key: 'sequences', label: texts.tabs.sequences, children: <SequencesTab /> },
          { key: 'calendar', label: texts.tabs.calendar, children: <CalendarTab /> },
        ]}
      />
    </>
  );
}
