import { ruleSets } from '@mingji/contract';
import { useParams } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { ClausesTab } from './clauses-tab.tsx';
import { CompareTab } from './compare-tab.tsx';
import { DependantsTab } from './dependants-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { SectionsTab } from './sections-tab.tsx';
import { texts } from './texts.ts';
import { useDraftSaver } from './use-draft-saver.ts';
import { useUpper } from './use-upper.ts';
import { VersionHeader } from './version-header.tsx';

/** One version: the clauses of the paper rule beside the typed rules, the marks, the problems and the flags. */
export function VersionPage() {
  const { versionId } = useParams({ strict: false }) as { versionId: string };
  // Two offices work on it in turns: whoever opens it sees what the other has done just now.
  const query = useEndpoint(ruleSets.getVersion, { params: { versionId } }, { refetchEvery: false });
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState />;
  return <LoadedVersion key={query.data.version.id} version={query.data.version} />;
}

function LoadedVersion({ version }: { readonly version: ruleSets.VersionView }) {
  const [search, change] = useSearch();
  const saver = useDraftSaver(version);
  const upper = useUpper(version);
  const mayEdit = version.state === 'draft' && version.abilities.edit;
  const parts = { version, saver, mayEdit, upper, locks: upper.locks };
  return (
    <>
      <VersionHeader version={version} mayEdit={mayEdit} />
      <Tabs
        activeKey={search.tab ?? 'rules'}
        onChange={(tab) => change({ tab: tab === 'rules' ? null : tab })}
        destroyOnHidden
        items={[
          { key: 'rules', label: texts.tabs.rules, children: <RulesTab {...parts} /> },
          { key: 'clauses', label: texts.tabs.clauses, children: <ClausesTab {...parts} /> },
          { key: 'sections', label: texts.tabs.sections, children: <SectionsTab {...parts} /> },
          { key: 'dependants', label: texts.tabs.dependants, children: <DependantsTab version={version} /> },
          { key: 'compare', label: texts.tabs.compare, children: <CompareTab version={version} /> },
        ]}
      />
    </>
  );
}
