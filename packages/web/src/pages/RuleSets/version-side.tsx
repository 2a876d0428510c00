import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { ruleSets } from '@mingji/contract';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { DateText } from '../../components/date-text.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './rule-sets.module.css';
import { texts } from './texts.ts';

interface VersionSideProps {
  readonly version: ruleSets.VersionView;
  readonly mayEdit: boolean;
}

/** What stands between the draft and its publication: the sum of the marks, the problems, the flags. */
export function VersionSide({ version, mayEdit }: VersionSideProps) {
  const [signing, setSigning] = useState<ruleSets.FindingView | null>(null);
  return (
    <>
      {version.problems.length > 0 && (
        <Panel title={`${texts.problems}（${version.problems.length}）`}>
          {version.problems.map((problem) => (
            <div key={`${problem.path} ${problem.message}`} className={styles.note}>
              <span className={styles.wrong}>
                <WarningOutlined aria-hidden />{' '}
              </span>
              {problem.message}
            </div>
          ))}
        </Panel>
      )}
      {version.findings.length > 0 && (
        <Panel title={`${texts.findings}（${version.findings.length}）`}>
          {version.findings.map((finding) => (
            <Finding key={finding.key} {...{ finding, mayEdit }} onSign={() => setSigning(finding)} />
          ))}
        </Panel>
      )}
      <Balance version={version} />
      {signing && <SignOff {...{ version, finding: signing }} onClose={() => setSigning(null)} />}
    </>
  );
}

interface FindingProps {
  readonly finding: ruleSets.FindingView;
  readonly mayEdit: boolean;
  readonly onSign: () => void;
}

function Finding({ finding, mayEdit, onSign }: FindingProps) {
  const { signOff } = finding;
  return (
    <div className={styles.note}>
      <p>
        {signOff ? (
          <CheckCircleOutlined aria-label="已登记" />
        ) : (
          <WarningOutlined className={styles.flag ?? ''} aria-hidden />
        )}{' '}
        {finding.message}
      </p>
      <p className="mj-quiet">改法：{finding.mend}</p>
      {signOff && (
        <p>
          法制意见：{signOff.reason}
          <br />
          <span className="mj-quiet">
            {signOff.signer}，{signOff.recordedByName} 登记于 <DateText value={signOff.recordedAt} />
          </span>
        </p>
      )}
      {mayEdit && finding.needsSignOff && (
        <Button size="small" onClick={onSign}>
          {signOff ? '更正法制意见' : texts.signOff}
        </Button>
      )}
    </div>
  );
}

interface SignOffProps {
  readonly version: ruleSets.VersionView;
  readonly finding: ruleSets.FindingView;
  readonly onClose: () => void;
}

/** X6: who of the legal office said what, before a flagged indicator may stay. */
function SignOff({ version, finding, onClose }: SignOffProps) {
  const sign = useCommand(ruleSets.recordSignOff, {
    invalidates: [ruleSets.getVersion],
    refusals: 'inline',
    doneText: '法制意见已登记',
  });
  return (
    <FormModal<{ signer: string; reason: string }>
      open
      title={texts.signOff}
      onClose={onClose}
      command={sign}
      onSubmit={(values) =>
        sign.run({ params: { versionId: version.id }, body: { findingKey: finding.key, ...values } })
      }
      draftKey={`ruleSet.signOff.${version.id}.${finding.key}`}
    >
      <p style={{ marginTop: 0 }}>{finding.message}</p>
      <Form.Item
        name="signer"
        label="法制部门签署人"
        rules={[{ required: true, whitespace: true, message: '请填写签署人' }]}
      >
        <Input maxLength={40} placeholder="法制大队 张某" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="审核意见和理由"
        rules={[{ required: true, whitespace: true, message: '请填写审核意见和理由' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 6 }} maxLength={500} showCount />
      </Form.Item>
    </FormModal>
  );
}

function Balance({ version }: { readonly version: ruleSets.VersionView }) {
  const { total, modules } = version.balance;
  const lines = modules.flatMap((module) => module.items);
  // Where nothing has marks there is nothing to balance.
  if (total.declared === null && lines.every((line) => line.declared === null)) return null;
  return (
    <Panel title={texts.balance}>
      <table className={styles.balance}>
        <thead>
          <tr>
            <th>项目</th>
            <th>应为</th>
            <th>指标合计</th>
            <th>差</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code} className={line.difference ? styles.wrong : undefined}>
              <td>{line.name}</td>
              <td>{line.declared ?? '—'}</td>
              <td>{line.sum ?? '—'}</td>
              <td>{line.difference ?? (line.declared === null ? '—' : '0')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={total.difference ? styles.wrong : undefined}>
            <td>总分</td>
            <td>{total.declared ?? '—'}</td>
            <td>{total.sum ?? '—'}</td>
            <td>{total.difference ?? (total.declared === null ? '—' : '0')}</td>
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}
