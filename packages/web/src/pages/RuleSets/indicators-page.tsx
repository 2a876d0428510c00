import { DownloadOutlined } from '@ant-design/icons';
import { ruleSets } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { CopyLinkButton } from '../../components/copy-link-button.tsx';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { IndicatorCard } from './indicator-card.tsx';
import { IndicatorHistory } from './indicator-history.tsx';
import { clausePath, spanWords } from './indicator-place.ts';
import { indicatorFields, indicatorQuery, lintStates, names, standings } from './indicator-search.ts';
import { texts } from './texts.ts';

type Line = ruleSets.IndicatorLine;

/** P12: the indicator library over all methods, versions and years; the opened one stands in the address too. */
export function IndicatorsPage() {
  const state = useTableState(names);
  const [search, change] = useSearch();
  const query = indicatorQuery(state);
  const list = useEndpoint(
    ruleSets.listIndicators,
    { query: { ...query, page: state.page, pageSize: state.pageSize } },
    { keepPrevious: true },
  );
  const fields = useFields();
  const opened = openedOf(search.open);
  const columns = useMemo(
    () => columnsWith((line) => change({ open: `${line.ruleSetId} ${line.code}` }, 'push')),
    [change],
  );
  return (
    <>
      <PageHeader title={texts.library} description={texts.libraryDescription} more={<CopyLinkButton />} />
      <DataTable
        name="indicators"
        label={texts.library}
        columns={columns}
        rowKey={(line) => `${line.versionId} ${line.code}`}
        source={list}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        tools={
          <DownloadButton
            endpoint={ruleSets.exportIndicators}
            args={{ query }}
            fileName="考核指标汇编.xlsx"
            icon={<DownloadOutlined />}
          >
            导出
          </DownloadButton>
        }
        onOpen={(line) => change({ open: `${line.ruleSetId} ${line.code}` }, 'push')}
        card={(line) => (
          <IndicatorCard
            line={line}
            onOpen={() => change({ open: `${line.ruleSetId} ${line.code}` }, 'push')}
          />
        )}
        rowTone={(line) => (line.standing === 'superseded' ? 'quiet' : undefined)}
        empty={{ title: '还没有指标', how: '办法发布后，其指标列在这里。' }}
      />
      <IndicatorHistory at={opened} onClose={() => change({ open: null })} />
    </>
  );
}

function openedOf(text: string | undefined) {
  const [ruleSetId, code] = (text ?? '').split(' ');
  return ruleSetId && code ? { ruleSetId, code } : null;
}

function useFields() {
  const { bureau } = useSession();
  const units = useUnitOptions();
  const methods = useEndpoint(ruleSets.listRuleSets, { query: { pageSize: 200 } });
  const thisYear = Number(dayOf(serverNow(), bureau.timeZone).slice(0, 4));
  return useMemo(
    () =>
      indicatorFields(
        thisYear,
        units.options.map(({ value, label, hint }) => ({
          value,
          label: hint ? `${label}（${hint}）` : label,
        })),
        (methods.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ),
    [thisYear, units.options, methods.data],
  );
}

function columnsWith(open: (line: Line) => void): DataColumn<Line>[] {
  return [
    {
      key: 'name',
      title: '指标',
      width: 150,
      shown: 'always',
      render: (line) => (
        <button type="button" className="mj-link" onClick={() => open(line)}>
          {line.name}
        </button>
      ),
    },
    {
      key: 'item',
      title: '模块 / 项目',
      width: 140,
      render: (line) => `${line.moduleName} / ${line.itemName}`,
    },
    {
      key: 'clause',
      title: '条款原文',
      width: 250,
      render: (line) => <Link to={clausePath(line)}>{line.clauseText}</Link>,
    },
    { key: 'family', title: '计分方式', width: 105, render: (line) => line.familyName },
    { key: 'marks', title: '分值', width: 56, align: 'right', render: (line) => line.marks ?? '—' },
    { key: 'owner', title: '归口部门', width: 110, render: (line) => line.owner },
    {
      key: 'ruleSet',
      title: '办法与版本',
      width: 170,
      render: (line) => (
        <Link to={`/rule-sets/${line.versionId}`}>
          {line.ruleSetName} 第 {line.version} 版
        </Link>
      ),
    },
    {
      key: 'state',
      title: '状态',
      width: 150,
      render: (line) => (
        <>
          <StatusTag map={standings} state={line.standing} />
          <div className="mj-quiet">{spanWords(line)}</div>
        </>
      ),
    },
    {
      key: 'lint',
      title: '指标体检',
      width: 110,
      render: (line) =>
        line.lint === 'clean' ? (
          <span className="mj-quiet">—</span>
        ) : (
          <StatusTag map={lintStates} state={line.lint} />
        ),
    },
    { key: 'unit', title: '制定单位', width: 150, shown: 'hidden', render: (line) => line.unitName },
    {
      key: 'evidence',
      title: '证明材料',
      width: 180,
      shown: 'hidden',
      render: (line) => line.evidence || '—',
    },
    { key: 'code', title: '代码', width: 120, shown: 'hidden', render: (line) => line.code },
  ];
}
