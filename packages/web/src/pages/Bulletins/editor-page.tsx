import { bulletins } from '@mingji/contract';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import styles from './block-editor.module.css';
import { ContentEditor } from './content-editor.tsx';
import { Paper } from './paper.tsx';
import { SaveProblem, SaveWords } from './save-words.tsx';
import { SubmitForm } from './submit-form.tsx';
import { useDraftEditing } from './use-draft-editing.ts';

/** Text at the left, the page as it will be at the right; numbers come from the figures and are never typed. */
export function EditorPage() {
  const { bulletinId = '' } = useParams({ strict: false }) as { bulletinId?: string };
  // Edited is what the server has now: an older copy would be told a conflict with one's own last save.
  const draft = useEndpoint(bulletins.getDraft, { params: { bulletinId } }, { refetchEvery: false });
  if (draft.isError && !draft.data)
    return <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data || !draft.isFetchedAfterMount) return <LoadingState />;
  const reload = async () => (await draft.refetch()).data?.draft;
  return <Editor key={draft.data.draft.id} initial={draft.data.draft} reload={reload} />;
}

interface EditorProps {
  readonly initial: bulletins.DraftView;
  readonly reload: () => Promise<bulletins.DraftView | undefined>;
}

function Editor({ initial, reload }: EditorProps) {
  const phone = useIsPhone();
  const navigate = useNavigate();
  const editing = useDraftEditing(initial);
  const [side, setSide] = useState<'text' | 'page'>('text');
  const [submitting, setSubmitting] = useState(false);
  const { server, written, state } = editing;
  const refresh = useCommand(bulletins.refreshFigures, {
    doneText: '数据已刷新',
    onDone: ({ draft }) => editing.takeServer(draft),
  });
  const discard = useCommand(bulletins.discardBulletin, {
    invalidates: [bulletins.listBulletins],
    refusals: 'inline',
    doneText: '草稿已作废',
    onDone: () => void navigate({ to: '/bulletins' }),
  });
  const params = { bulletinId: server.id };
  const text = (
    <div className={styles.scroll}>
      <ContentEditor
        content={written.content}
        sequences={server.sequences}
        findings={server.findings}
        onChange={(content) => editing.write({ content })}
      />
    </div>
  );
  return (
    <>
      <PageHeader
        trail={[{ title: '通报', to: '/bulletins' }]}
        title={server.document.title || '（未填标题）'}
        description={
          <>
            {bulletins.bulletinKinds[server.kind]} · {server.unit.name} · 数据取于{' '}
            <DateText value={server.gatheredAt} /> · <SaveWords state={state} savedAt={server.savedAt} />
          </>
        }
        more={
          <>
            <ConfirmAction
              label="作废"
              consequence="草稿作废后不能恢复，尚未编号，不会留下空号。"
              command={discard}
              onConfirm={() => discard.run({ params, body: {} })}
            />
            <Button
              loading={refresh.isPending}
              disabled={state !== 'saved'}
              onClick={() => void refresh.run({ params, body: {} })}
            >
              刷新数据
            </Button>
          </>
        }
        action={
          <Button type="primary" disabled={state !== 'saved'} onClick={() => setSubmitting(true)}>
            送审
          </Button>
        }
      />
      <SaveProblem editing={editing} reload={reload} />
      {server.opinion && (
        <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={`退回意见：${server.opinion}`} />
      )}
      {phone && (
        <Segmented<'text' | 'page'>
          block
          style={{ marginBottom: 12 }}
          value={side}
          options={[
            { value: 'text', label: '编辑' },
            { value: 'page', label: '预览' },
          ]}
          onChange={setSide}
        />
      )}
      {phone ? (
        side === 'text' ? (
          text
        ) : (
          <Paper document={server.document} />
        )
      ) : (
        <div className={styles.columns}>
          {text}
          <Paper document={server.document} beside />
        </div>
      )}
      {submitting && <SubmitForm draft={server} onClose={() => setSubmitting(false)} />}
    </>
  );
}
