import { supervision, workbench } from '@mingji/contract';
import { MATTER_NAMES } from '@mingji/engine';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Descriptions, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import styles from './supervision.module.css';
import { pressKindText, pressStates, whoText } from './texts.ts';

/** One press: what is late, what was asked, what was answered; the pressed answers here. */
export function PressPage() {
  const { pressId = '' } = useParams({ strict: false }) as { pressId?: string };
  const phone = useIsPhone();
  const [replying, setReplying] = useState(false);
  const detail = useEndpoint(supervision.getPress, { params: { pressId } });
  const reply = useCommand(supervision.replyToPress, {
    invalidates: [
      supervision.getPress,
      supervision.listPresses,
      supervision.listMatters,
      workbench.getWorkbench,
    ],
    refusals: 'inline',
    doneText: '已说明，催办人会收到通知',
  });
  if (detail.isError && !detail.data)
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <LoadingState />;
  const { press } = detail.data;
  const [to = '/', search = ''] = press.address.split('?');
  return (
    <>
      <PageHeader
        trail={[{ title: '收到的催办', to: '/presses' }]}
        title={
          <>
            {press.title} <StatusTag map={pressStates} state={press.state} />
          </>
        }
        description={`${MATTER_NAMES[press.matterKind]} · ${press.ruleSet.name}`}
        more={
          <Link to={to} search={Object.fromEntries(new URLSearchParams(search)) as never}>
            <Button>去办理</Button>
          </Link>
        }
        action={
          press.canReply && (
            <Button type="primary" onClick={() => setReplying(true)}>
              说明情况
            </Button>
          )
        }
      />
      <div className={styles.pair}>
        <Panel title={pressKindText(press)}>
          <p className={styles.text}>{press.text}</p>
          <Descriptions
            size="small"
            column={1}
            layout={phone ? 'vertical' : 'horizontal'}
            items={[
              { key: 'late', label: '责任单位或民警', children: whoText(press.late) },
              { key: 'to', label: '催办对象', children: whoText(press.to) },
              { key: 'by', label: '催办人', children: press.byName },
              { key: 'at', label: '催办时间', children: <DateText value={press.at} /> },
              {
                key: 'due',
                label: '说明期限',
                children: <DeadlineText due={press.replyBy} done={press.state === 'replied'} />,
              },
              { key: 'reply', label: '说明', children: press.reply ?? '尚未说明' },
            ]}
          />
        </Panel>
        <Panel title="经过">
          <WorkTimeline
            steps={press.history.map((event, index) => ({
              key: `${index} ${event.at}`,
              action: event.actionLabel,
              actor: event.byName,
              at: event.at,
              text: event.text,
              look: event.action === 'reply' ? 'good' : 'waiting',
            }))}
          />
        </Panel>
      </div>
      <FormModal<{ text: string }>
        open={replying}
        title="说明情况"
        submitText="提交说明"
        command={reply}
        draftKey={`press.reply.${press.id}`}
        onClose={() => setReplying(false)}
        onSubmit={({ text }) => reply.run({ params: { pressId }, body: { text } })}
      >
        <Form.Item
          name="text"
          label="原因和完成时间"
          rules={[{ required: true, whitespace: true, message: '请说明情况' }]}
        >
          <Input.TextArea autoFocus maxLength={2000} showCount autoSize={{ minRows: 4, maxRows: 10 }} />
        </Form.Item>
      </FormModal>
    </>
  );
}
