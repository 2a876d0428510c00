import type { Call, EndpointShape } from '@mingji/contract';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { asRefusal } from '../api/api-refusal.ts';
import { download } from '../api/download.ts';
import { messages } from '../app/messages.ts';

interface DownloadButtonProps<E extends EndpointShape> {
  readonly endpoint: E;
  readonly args: Call<E>;
  /** Used when the server names the file no better. */
  readonly fileName: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** Fetches an office document; turns while it is made, and says why when it is refused. */
export function DownloadButton<E extends EndpointShape>(props: DownloadButtonProps<E>) {
  const { notification } = App.useApp();
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    setBusy(true);
    try {
      await download(props.endpoint, props.args, props.fileName);
    } catch (error) {
      const refusal = asRefusal(error);
      if (refusal.code !== 'notSignedIn') {
        notification.error({ title: messages.failures.refused, description: refusal.message, duration: 8 });
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={props.icon} loading={busy} onClick={() => void fetchFile()}>
      {props.children}
    </Button>
  );
}
