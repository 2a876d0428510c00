import { ESCALATION_LEVEL_NAMES, MATTER_NAMES } from '@mingji/engine';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { lateText, type Matter, matterStates, pressStates } from './texts.ts';

/** Who, what, since when, how late, what was done about it. */
export function matterColumns(onPress: (matter: Matter) => void): DataColumn<Matter>[] {
  return [
    {
      key: 'who',
      title: '责任单位或民警',
      width: 180,
      fixed: 'left',
      shown: 'always',
      render: ({ who }) => (
        <>
          <strong>{who.name}</strong>
          {who.kind === 'officer' && <div className="mj-quiet">{who.unit.name}</div>}
        </>
      ),
    },
    {
      key: 'what',
      title: '事项',
      width: 260,
      shown: 'always',
      render: (row) => (
        <>
          <Work matter={row} />
          <div className="mj-quiet">
            {MATTER_NAMES[row.kind]} · {row.ruleSet.name}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: '状态',
      width: 140,
      render: (row) => (
        <>
          <StatusTag map={matterStates} state={row.state} />
          {row.state === 'late' && <div className="mj-number">{lateText(row)}</div>}
        </>
      ),
    },
    {
      key: 'due',
      title: '期限',
      width: 125,
      render: (row) => <DateText value={row.dueOn} />,
    },
    {
      key: 'since',
      title: '自何时',
      width: 130,
      shown: 'hidden',
      notOnCard: true,
      render: (row) => <DateText value={row.since} dayOnly />,
    },
    { key: 'press', title: '最近一次催办', width: 230, render: (row) => <LastPress matter={row} /> },
    {
      key: 'act',
      title: '操作',
      width: 90,
      fixed: 'right',
      shown: 'always',
      render: (row) =>
        row.canPress ? (
          <Button size="small" type="primary" ghost onClick={() => onPress(row)}>
            催办
          </Button>
        ) : (
          <span className="mj-quiet">本级事项</span>
        ),
    },
  ];
}

function Work({ matter }: { readonly matter: Matter }) {
  if (matter.address === null) return matter.title;
  const [to = '/', search = ''] = matter.address.split('?');
  return (
    <Link to={to} search={Object.fromEntries(new URLSearchParams(search)) as never}>
      {matter.title}
    </Link>
  );
}

function LastPress({ matter: { lastPress } }: { readonly matter: Matter }) {
  if (lastPress === null) return <span className="mj-quiet">未催办</span>;
  return (
    <>
      <Link to={`/presses/${lastPress.id}`}>
        <DateText value={lastPress.at} dayOnly />
      </Link>{' '}
      <StatusTag map={pressStates} state={lastPress.state} />
      <div className="mj-quiet">
        {lastPress.level === null
          ? `${lastPress.byName}催办`
          : `按规则上报${ESCALATION_LEVEL_NAMES[lastPress.level]}`}
        {lastPress.reply && `：${short(lastPress.reply)}`}
      </div>
    </>
  );
}

const short = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
