import { ruleSets } from '@mingji/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { CreateRuleSet } from './create-rule-set.tsx';
import { texts, versionStates } from './texts.ts';

const names = { filters: { text: '' } };
const fields = [{ kind: 'text', key: 'text', label: '办法名称或代码' }] as const;

type Version = ruleSets.RuleSetView['versions'][number];
const begins = (version: Version) => version.effectiveOn ?? '';

/** By which version people are appraised today; before the first one begins, that one. Newest first. */
function inForce({ versions }: ruleSets.RuleSetView, today: string): Version | undefined {
  const published = versions.filter((version) => version.state === 'published');
  return published.find((version) => begins(version) <= today) ?? published.at(-1);
}

/** What is being written, or is published for a later day. */
function coming(ruleSet: ruleSets.RuleSetView, today: string): Version | undefined {
  const now = inForce(ruleSet, today);
  return ruleSet.versions.find(
    (version) => version !== now && (version.state !== 'published' || begins(version) > today),
  );
}

const columnsOn = (today: string): readonly DataColumn<ruleSets.RuleSetView>[] => [
  {
    key: 'name',
    title: '办法',
    width: 280,
    shown: 'always',
    render: (ruleSet) => {
      const newest = ruleSet.versions[0];
      return newest ? (
        <Link to={`/rule-sets/${inForce(ruleSet, today)?.id ?? newest.id}`}>{ruleSet.name}</Link>
      ) : (
        ruleSet.name
      );
    },
  },
  { key: 'unit', title: '制定单位', width: 180, render: (ruleSet) => ruleSet.unit.name },
  {
    key: 'published',
    title: '施行版本',
    width: 130,
    render: (ruleSet) => {
      const version = inForce(ruleSet, today);
      return version ? (
        <Link to={`/rule-sets/${version.id}`}>第 {version.version} 版</Link>
      ) : (
        <span className="mj-quiet">尚未发布</span>
      );
    },
  },
  {
    key: 'effectiveOn',
    title: '施行日期',
    width: 130,
    render: (ruleSet) => <DateText value={inForce(ruleSet, today)?.effectiveOn} />,
  },
  {
    key: 'indicators',
    title: '指标数',
    width: 80,
    align: 'right',
    render: (ruleSet) => (inForce(ruleSet, today) ?? ruleSet.versions[0])?.indicatorCount ?? 0,
  },
  {
    key: 'draft',
    title: '草稿和待施行',
    width: 170,
    render: (ruleSet) => {
      const next = coming(ruleSet, today);
      return next ? (
        <Link to={`/rule-sets/${next.id}`}>
          <LookTag
            look={versionStates[next.state].look}
            label={`第 ${next.version} 版${next.state === 'published' ? '待施行' : versionStates[next.state].label}`}
          />
        </Link>
      ) : (
        <span className="mj-quiet">—</span>
      );
    },
  },
  {
    key: 'code',
    title: '代码',
    width: 130,
    shown: 'hidden',
    render: (ruleSet) => ruleSet.code,
  },
];

export function RuleSetsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const { bureau } = useSession();
  const today = dayOf(serverNow(), bureau.timeZone);
  const columns = useMemo(() => columnsOn(today), [today]);
  const [creating, setCreating] = useState(false);
  const list = useEndpoint(
    ruleSets.listRuleSets,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(state.filters.text ? { text: state.filters.text } : {}),
      },
    },
    { keepPrevious: true },
  );
  const mayCreate = list.data?.canCreate ?? false;
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {texts.create}
    </Button>
  );
  return (
    <>
      <PageHeader title={texts.title} description={texts.description} action={mayCreate && create} />
      <DataTable
        name="rule-sets"
        label={texts.title}
        columns={columns}
        rowKey={(ruleSet) => ruleSet.id}
        source={list}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        onOpen={(ruleSet) => {
          const version = inForce(ruleSet, today) ?? ruleSet.versions[0];
          if (version) void navigate({ to: `/rule-sets/${version.id}` });
        }}
        empty={{
          title: '还没有考核办法',
          how: '可从目标责任书（Excel）导入生成草稿，也可在此新建或上传 YAML。',
          action: mayCreate && create,
        }}
      />
      {creating && (
        <CreateRuleSet
          onClose={() => setCreating(false)}
          onCreated={(versionId) => void navigate({ to: `/rule-sets/${versionId}` })}
        />
      )}
    </>
  );
}
