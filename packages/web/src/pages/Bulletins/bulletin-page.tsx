import { bulletins, workbench } from '@mingji/contract';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import { MainAction, QuietActions } from './bulletin-actions.tsx';
import { Paper } from './paper.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { bulletinStates, lookOf } from './texts.ts';

/** A bulletin to be read; for its makers with what is to be done about it. */
export function BulletinPage() {
  const { bulletinId = '' } = useParams({ strict: false }) as { bulletinId?: string };
  const detail = useEndpoint(bulletins.getBulletin, { params: { bulletinId } });
  const { timeZone } = useSession().bureau;
  useReceipt(detail.data?.bulletin);
  if (detail.isError && !detail.data)
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <LoadingState />;
  const { bulletin } = detail.data;
  return (
    <>
      <PageHeader
        trail={[{ title: '通报', to: '/bulletins' }]}
        title={
          <>
            {bulletin.title} <StatusTag map={bulletinStates} state={bulletin.state} />
          </>
        }
        description={[
          bulletin.number,
          bulletins.bulletinKinds[bulletin.kind],
          bulletin.unit.name,
          bulletin.periodLabel,
        ]
          .filter(Boolean)
          .join(' · ')}
        more={
          <>
            <QuietActions bulletin={bulletin} />
            <DownloadButton
              endpoint={bulletins.exportDocument}
              args={{ params: { bulletinId } }}
              fileName={`${bulletin.title}.docx`}
            >
              下载文稿
            </DownloadButton>
          </>
        }
        action={<MainAction bulletin={bulletin} />}
      />
      <Notices bulletin={bulletin} />
      <Paper
        document={bulletin.document}
        printedOn={bulletin.publishedAt === null ? undefined : dayOf(bulletin.publishedAt, timeZone)}
      />
      <div style={{ marginTop: 12 }}>
        <SourcesPanel sources={bulletin.document.sources} />
      </div>
      {bulletin.documentHash && (
        <Panel title="文稿摘要（SM3）">
          <HashText hash={bulletin.documentHash} />
          <p className="mj-quiet">批准后的文字和数据改动一处，摘要就会不同。</p>
        </Panel>
      )}
      {bulletin.timeline.length > 0 && (
        <Panel title="办理过程">
          <WorkTimeline
            steps={bulletin.timeline.map((event, index) => ({
              key: String(index),
              action: event.actionLabel,
              look: lookOf(event.action),
              actor: event.byName,
              at: event.at,
              text: event.reason,
            }))}
          />
        </Panel>
      )}
    </>
  );
}

/** Opened is read: the receipt is left once, for whom it was addressed to. */
function useReceipt(bulletin: bulletins.BulletinDetail | undefined): void {
  const left = useRef<string | null>(null);
  const read = useCommand(bulletins.readBulletin, {
    invalidates: [bulletins.listBulletins, bulletins.listReceipts, workbench.getWorkbench],
    doneText: null,
    refusals: 'inline',
  });
  const id = bulletin?.unread ? bulletin.id : null;
  useEffect(() => {
    if (id === null || left.current === id) return;
    left.current = id;
    void read.run({ params: { bulletinId: id }, body: {} });
  }, [id, read]);
}

function Notices({ bulletin }: { readonly bulletin: bulletins.BulletinDetail }) {
  const style = { marginBottom: 12 };
  return (
    <>
      {bulletin.corrections.map((other) => (
        <Alert
          key={other.id}
          type="warning"
          showIcon
          style={style}
          title={
            <>
              本通报已由{' '}
              <Link to={`/bulletins/${other.id}`}>
                {other.number}《{other.title}》
              </Link>{' '}
              更正。
            </>
          }
        />
      ))}
      {bulletin.corrects && (
        <Alert
          type="info"
          showIcon
          style={style}
          title={
            <>
              本通报更正{' '}
              <Link to={`/bulletins/${bulletin.corrects.id}`}>
                {bulletin.corrects.number}《{bulletin.corrects.title}》
              </Link>
              。
            </>
          }
        />
      )}
      {bulletin.opinion && (
        <Alert type="warning" showIcon style={style} title={`退回意见：${bulletin.opinion}`} />
      )}
      {bulletin.stale.map((text) => (
        <Alert key={text} type="warning" showIcon style={style} title={`数据已有变化：${text}`} />
      ))}
      {bulletin.namingReason && (
        <Alert type="info" showIcon style={style} title={`点名通报的理由：${bulletin.namingReason}`} />
      )}
      {bulletin.can.approveRefusal && (
        <Alert type="info" showIcon style={style} title={bulletin.can.approveRefusal} />
      )}
    </>
  );
}
