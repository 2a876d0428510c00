import { Button } from 'antd';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { LastVerified } from './last-verified.tsx';
import type { Seal } from './seal-drawer.tsx';
import type { VerificationState } from './use-verifications.ts';
import { VerificationMark } from './verification-mark.tsx';

interface ColumnsWish {
  readonly states: ReadonlyMap<string, VerificationState>;
  readonly busy: boolean;
  readonly onOpen: (seal: Seal) => void;
  readonly onVerify: (seal: Seal) => void;
}

export function sealColumns({ states, busy, onOpen, onVerify }: ColumnsWish): DataColumn<Seal>[] {
  return [
    {
      key: 'period',
      title: '周期',
      width: 110,
      shown: 'always',
      render: (seal) => (
        <button type="button" className="mj-link" onClick={() => onOpen(seal)}>
          {seal.periodLabel}
        </button>
      ),
    },
    { key: 'no', title: '序号', width: 70, align: 'right', render: (seal) => seal.sequenceNo },
    { key: 'ruleSet', title: '考核办法', width: 220, render: (seal) => seal.ruleSetName },
    {
      key: 'state',
      title: '上次校验',
      width: 230,
      shown: 'always',
      render: (seal) => {
        const state = states.get(seal.id);
        return state ? <VerificationMark state={state} /> : <LastVerified verified={seal.lastVerified} />;
      },
    },
    { key: 'entries', title: '台账条目', width: 90, align: 'right', render: (seal) => seal.entryCount },
    {
      key: 'previous',
      title: '上一份',
      width: 180,
      notOnCard: true,
      render: (seal) =>
        seal.previousHash ? (
          <HashText hash={seal.previousHash} short />
        ) : (
          <span className="mj-quiet">链首</span>
        ),
    },
    {
      key: 'hash',
      title: '→ 本份',
      width: 180,
      render: (seal) => <HashText hash={seal.sealHash} short />,
    },
    { key: 'by', title: '封存人', width: 90, render: (seal) => seal.sealedByName },
    { key: 'at', title: '封存时间', width: 180, render: (seal) => <DateText value={seal.sealedAt} /> },
    {
      key: 'act',
      title: '办理',
      width: 90,
      fixed: 'right',
      shown: 'always',
      render: (seal) => (
        <Button size="small" disabled={busy} onClick={() => onVerify(seal)}>
          校验
        </Button>
      ),
    },
  ];
}
