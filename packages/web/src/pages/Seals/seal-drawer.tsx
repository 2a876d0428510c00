import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { results } from '@mingji/contract';
import { Alert, Button, Drawer } from 'antd';
import type { z } from 'zod';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { DateText } from '../../components/date-text.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import styles from './seal-drawer.module.css';
import type { Verification, VerificationState } from './use-verifications.ts';
import { VerificationHistory } from './verification-history.tsx';

export type Seal = z.infer<typeof results.sealView>;

interface SealDrawerProps {
  readonly seal: Seal | null;
  readonly state: VerificationState | undefined;
  readonly busy: boolean;
  readonly onVerify: () => void;
  readonly onClose: () => void;
}

/** One seal: its place in the chain, every check with its outcome, and where something differs (X3). */
export function SealDrawer({ seal, state, busy, onVerify, onClose }: SealDrawerProps) {
  const phone = useIsPhone();
  return (
    <Drawer
      open={seal !== null}
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88vh' : 640}
      title={seal && `第 ${seal.sequenceNo} 号封存 · ${seal.periodLabel}`}
      extra={
        <Button type="primary" loading={busy} onClick={onVerify}>
          {state?.kind === 'done' ? '再次校验' : '校验'}
        </Button>
      }
    >
      {seal && (
        <>
          <dl className={styles.chain}>
            <dt>上一份封存</dt>
            <dd>{seal.previousHash ? <HashText hash={seal.previousHash} /> : '无，这是链上的第一份'}</dd>
            <dt>本份封存</dt>
            <dd>
              <HashText hash={seal.sealHash} />
            </dd>
          </dl>
          <Outcome state={state} />
          <VerificationHistory sealId={seal.id} />
        </>
      )}
    </Drawer>
  );
}

function Outcome({ state }: { readonly state: VerificationState | undefined }) {
  if (!state) {
    return (
      <p className="mj-quiet">
        校验会重算摘要、核对签名和链接、逐条核对台账与成绩，并由封存内容重新计算一遍。
      </p>
    );
  }
  if (state.kind === 'refused') return <Alert type="error" showIcon title={state.message} />;
  if (state.kind !== 'done') return <LoadingState text="正在逐项核对并重新计算……" />;
  return <VerificationReport verification={state.verification} />;
}

function VerificationReport({ verification }: { readonly verification: Verification }) {
  const { ok, checked, findings } = verification;
  return (
    <>
      <Alert
        type={ok ? 'success' : 'error'}
        showIcon
        title={ok ? '全部一致，封存完好' : `发现 ${findings.length} 处不一致，封存之后有内容被改动`}
        description={
          <>
            校验于 <DateText value={verification.verifiedAt} />
            {!ok && '。请保护现场，立即报告考核办负责人和审计管理员，并与封存时抄录的摘要核对。'}
          </>
        }
      />
      <ul className={styles.checks}>
        {checked.map((check) => (
          <li key={check.check}>
            {check.ok ? (
              <CheckCircleOutlined className={styles.good} aria-label="一致" />
            ) : (
              <CloseCircleOutlined className={styles.bad} aria-label="不一致" />
            )}{' '}
            {check.label}
            {!check.ok && (
              <ul className={styles.findings}>
                {findings
                  .filter((finding) => finding.check === check.check)
                  .map((finding) => (
                    <li key={`${finding.place} ${finding.message}`}>
                      {finding.message}
                      <code className={styles.place}>{finding.place}</code>
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
