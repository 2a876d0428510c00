import { targets } from '@mingji/contract';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { IssueTargets } from './issue-targets.tsx';
import { MyTargets } from './my-targets.tsx';
import { OfficerFloor } from './officer-floor.tsx';
import { type Book, texts } from './texts.ts';
import { UnitFloor } from './unit-floor.tsx';

const keyOf = (book: Book) => `${book.versionId} ${book.year}`;

/** The elevator (P5): from the bureau down to the officer and back; who only has own targets sees those. */
export function TargetsPage() {
  const { officer } = useSession();
  const [search, change] = useSearch();
  const [issuing, setIssuing] = useState(false);
  const list = useEndpoint(targets.listTargetBooks, {});
  if (list.error && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LoadingState />;
  const { books, startUnitId } = list.data;
  const book =
    books.find((each) => keyOf(each) === search.book) ?? books.find((each) => each.targets > 0) ?? books[0];
  const mine = officer !== null && (search.view === 'mine' || startUnitId === null);
  return (
    <>
      <PageHeader
        title={texts.title}
        description={mine ? undefined : texts.description}
        more={
          <>
            {officer !== null && startUnitId !== null && (
              <Segmented
                value={mine ? 'mine' : 'units'}
                options={[
                  { value: 'units', label: texts.units },
                  { value: 'mine', label: texts.mine },
                ]}
                onChange={(view) => change({ view: view === 'mine' ? 'mine' : null }, 'push')}
              />
            )}
            {!mine && book && (
              <Select
                aria-label="目标责任书"
                value={keyOf(book)}
                popupMatchSelectWidth={false}
                style={{ minWidth: 260 }}
                options={books.map((each) => ({
                  value: keyOf(each),
                  label: `${each.year} 年 · ${each.ruleSetName}${each.state === 'draft' ? '（草稿）' : ''}`,
                }))}
                onChange={(value: string) =>
                  change({ book: value, unit: null, officer: null, period: null, indicator: null }, 'push')
                }
              />
            )}
          </>
        }
        action={
          !mine &&
          book?.canIssue && (
            <Button type="primary" onClick={() => setIssuing(true)}>
              {texts.issue}
            </Button>
          )
        }
      />
      {mine && <MyTargets />}
      {!mine && !book && (
        <EmptyState
          title="还没有可下达目标的办法"
          how="办法发布后（含按数量考核的指标），目标在这里下达和分解。"
        />
      )}
      {!mine && book && search.officer && (
        <OfficerFloor
          book={book}
          officerId={search.officer}
          onUnit={(unit) => change({ unit, officer: null }, 'push')}
        />
      )}
      {!mine && book && !search.officer && startUnitId !== null && (
        <UnitFloor
          book={book}
          unitId={search.unit ?? startUnitId}
          onUnit={(unit) => change({ unit }, 'push')}
          onOfficer={(id) => change({ officer: id }, 'push')}
        />
      )}
      {issuing && book && <IssueTargets book={book} onClose={() => setIssuing(false)} />}
    </>
  );
}
