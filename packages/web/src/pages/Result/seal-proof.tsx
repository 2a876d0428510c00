import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { results } from '@mingji/contract';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { DateText } from '../../components/date-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import type { SubjectAt } from './subject-at.ts';

/** Anybody may see for himself that the own sealed result stands as it was sealed (X3). */
export function SealProof({ at }: { readonly at: SubjectAt }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>核对封存</Button>
      <Modal open={open} title="核对封存" footer={null} onCancel={() => setOpen(false)} width={560}>
        {open && <Proof at={at} />}
      </Modal>
    </>
  );
}

function Proof({ at }: { readonly at: SubjectAt }) {
  const query = useEndpoint(results.getSealProof, { params: at });
  if (query.error && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <LoadingState text="正在逐项核对……" />;
  const proof = query.data;
  return (
    <>
      <Alert
        type={proof.ok ? 'success' : 'error'}
        showIcon
        title={proof.ok ? '与封存时一致' : '与封存时不一致，请向考核办或纪检督察反映'}
        description={
          <>
            第 {proof.sequenceNo} 号封存，{proof.sealedByName} 于 <DateText value={proof.sealedAt} /> 封存
          </>
        }
      />
      <ul style={{ margin: '12px 0', padding: 0, listStyle: 'none', lineHeight: 2 }}>
        {proof.checks.map(({ label, ok }) => (
          <li key={label}>
            {ok ? (
              <CheckCircleOutlined style={{ color: 'var(--mj-good)' }} aria-label="一致" />
            ) : (
              <CloseCircleOutlined style={{ color: 'var(--mj-red-line)' }} aria-label="不一致" />
            )}{' '}
            {label}
          </li>
        ))}
      </ul>
      <p>封存摘要（SM3），可抄录备查：</p>
      <HashText hash={proof.sealHash} />
      {proof.lastVerified && (
        <p className="mj-quiet">
          整份封存最近一次全面校验：
          <DateText value={proof.lastVerified.at} />，{proof.lastVerified.ok ? '一致' : '不一致'}
        </p>
      )}
    </>
  );
}
