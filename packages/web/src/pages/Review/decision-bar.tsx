import { DownOutlined, UpOutlined } from '@ant-design/icons';
import type { submissions } from '@mingji/contract';
import { Button, Dropdown } from 'antd';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { PointsText } from '../../components/points-text.tsx';
import styles from './review-page.module.css';
import type { PaneActs } from './use-review-keys.ts';

interface DecisionBarProps {
  readonly submission: submissions.SubmissionDetail;
  readonly acts: PaneActs;
  readonly accepting: boolean;
  readonly taking: boolean;
  readonly onStep: (by: number) => void;
}

/** Always in sight, on the phone within the thumb's reach: what would be booked, and the decisions. */
export function DecisionBar({ submission, acts, accepting, taking, onStep }: DecisionBarProps) {
  const phone = useIsPhone();
  const { can } = submission;
  const key = (name: string) => (phone ? '' : `（${name}）`);
  const rest = [
    ...(can.review ? [{ key: 'choose', label: `另行认定${key('e')}` }] : []),
    ...(can.transfer ? [{ key: 'transfer', label: `转办${key('t')}` }] : []),
    ...(can.recuse ? [{ key: 'recuse', label: '回避' }] : []),
    ...(can.take ? [{ key: 'take', label: `受理${key('s')}` }] : []),
    ...(can.release ? [{ key: 'take', label: `放弃受理${key('s')}` }] : []),
  ];
  return (
    <div className={styles.decide}>
      <Preview submission={submission} />
      <div className={styles.buttons}>
        {phone && (
          <>
            <Button aria-label="上一件" icon={<UpOutlined />} onClick={() => onStep(-1)} />
            <Button aria-label="下一件" icon={<DownOutlined />} onClick={() => onStep(1)} />
          </>
        )}
        {rest.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: rest,
              onClick: ({ key: name }) => acts[name as 'choose' | 'transfer' | 'recuse' | 'take'](),
            }}
          >
            <Button loading={taking}>更多</Button>
          </Dropdown>
        )}
        {can.review && (
          <>
            <Button onClick={acts.sendBack}>退回{key('r')}</Button>
            <Button type="primary" loading={accepting} onClick={acts.accept}>
              采纳{key('a')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Preview({ submission }: { readonly submission: submissions.SubmissionDetail }) {
  const { preview, can, form } = submission;
  if (!preview) return <span className={styles.preview}>{can.reviewRefusal}</span>;
  const events = form.takes === 'event' && form.events.length > 1 ? form.events.slice(0, 9) : [];
  return (
    <span className={styles.preview} aria-live="polite">
      {preview.points !== null && (
        <span className={styles.points}>
          采纳后 <PointsText points={preview.points} /> 分{' '}
        </span>
      )}
      <span className="mj-quiet">{preview.explanation}</span>
      {events.length > 0 && (
        <span className={styles.events}>
          {events.map((event, index) => (
            <span key={event.code}>
              <kbd>{index + 1}</kbd> {event.name} {event.points} 分
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
