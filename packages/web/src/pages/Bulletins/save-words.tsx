import type { bulletins } from '@mingji/contract';
import { Alert, Button } from 'antd';
import { DateText } from '../../components/date-text.tsx';
import type { DraftEditing, SaveState } from './use-draft-editing.ts';

/** Where the typed text is: on the server, on its way, or on this machine only. */
export function SaveWords({ state, savedAt }: { readonly state: SaveState; readonly savedAt: string }) {
  return (
    <span aria-live="polite">
      {state === 'saved' && (
        <>
          已保存 <DateText value={savedAt} />
        </>
      )}
      {state === 'saving' && '正在保存……'}
      {state === 'waiting' && '有修改，即将保存'}
      {state === 'refused' && '未能保存到服务器，内容保存在本机'}
    </span>
  );
}

interface SaveProblemProps {
  readonly editing: DraftEditing;
  readonly reload: () => Promise<bulletins.DraftView | undefined>;
}

/** A refused save: why, and the two ways on. Nothing typed goes without being asked. */
export function SaveProblem({ editing, reload }: SaveProblemProps) {
  const style = { marginBottom: 12 };
  const take = async (how: (draft: bulletins.DraftView) => void) => {
    const draft = await reload();
    if (draft) how(draft);
  };
  const { refusal } = editing;
  if (!refusal) {
    return editing.restored && editing.state !== 'saved' ? (
      <Alert
        type="info"
        showIcon
        style={style}
        title="已恢复上次未保存的内容。"
        action={
          <Button size="small" onClick={() => editing.dropOwn(editing.server)}>
            丢弃，用已保存的
          </Button>
        }
      />
    ) : null;
  }
  const conflict = refusal.code === 'conflict';
  return (
    <Alert
      type="error"
      showIcon
      style={style}
      title={refusal.message}
      action={
        <span style={{ display: 'inline-flex', gap: 8, flexWrap: 'wrap' }}>
          {conflict ? (
            <>
              <Button size="small" onClick={() => void take(editing.dropOwn)}>
                用对方的内容
              </Button>
              <Button size="small" type="primary" onClick={() => void take(editing.takeServer)}>
                用我的内容保存
              </Button>
            </>
          ) : (
            <Button size="small" type="primary" onClick={editing.retry}>
              重试
            </Button>
          )}
        </span>
      }
    />
  );
}
