import { CameraOutlined, DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import { type ChangeEvent, type DragEvent, useRef } from 'react';
import { formatBytes } from '../app/format-bytes.ts';
import { messages } from '../app/messages.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import type { ShownFile } from './file-list.tsx';
import { evidenceRules, type FileRules, kindsText } from './file-rules.ts';
import styles from './file-upload.module.css';
import { type SendFile, sendEvidence } from './send-file.ts';
import { useUploads } from './use-uploads.ts';

interface FileUploadProps {
  /** Sends one file; by default as evidence to the files of the platform. */
  readonly send?: SendFile;
  readonly value?: readonly ShownFile[];
  readonly onChange?: (files: readonly ShownFile[]) => void;
  readonly rules?: FileRules;
  readonly id?: string;
}

/** Attachments as a form's field: camera on the phone, progress, limits told first, a retry that loses nothing. */
export function FileUpload({
  send = sendEvidence,
  value = [],
  onChange,
  rules = evidenceRules,
  id,
}: FileUploadProps) {
  const phone = useIsPhone();
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const uploads = useUploads({ send, rules, value, onChange: onChange ?? (() => undefined) });
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    uploads.add([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    uploads.add([...event.dataTransfer.files]);
  };
  const accept = rules.kinds.map((kind) => `.${kind}`).join(',');
  const pictures = rules.kinds.includes('jpg');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons are the first.
    <div className={styles.upload} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <input
        ref={chooser}
        id={id}
        type="file"
        // The form's own style sheet shows file inputs in spite of `hidden`.
        style={{ display: 'none' }}
        accept={accept}
        multiple={rules.count > 1}
        onChange={take}
      />
      <input
        ref={camera}
        type="file"
        style={{ display: 'none' }}
        accept="image/*"
        capture="environment"
        onChange={take}
      />
      <div className={styles.buttons}>
        {phone && pictures && (
          <Button type="primary" icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
            {messages.files.camera}
          </Button>
        )}
        <Button icon={<UploadOutlined />} onClick={() => chooser.current?.click()}>
          {messages.files.choose}
        </Button>
        <span className="mj-quiet">{messages.files.limits(rules.megabytes, kindsText(rules))}</span>
      </div>
      {uploads.problems.length > 0 && (
        <Alert type="error" title={uploads.problems.join(' ')} closable={{ onClose: uploads.forget }} />
      )}
      {uploads.notices.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={uploads.notices.join(' ')}
          closable={{ onClose: uploads.forget }}
        />
      )}
      <ul className={styles.files}>
        {value.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined aria-hidden /> <span className={styles.name}>{file.name}</span>
            {file.sizeBytes !== undefined && <span className="mj-quiet">{formatBytes(file.sizeBytes)}</span>}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${messages.files.remove} ${file.name}`}
              onClick={() => onChange?.(value.filter((one) => one.id !== file.id))}
            />
          </li>
        ))}
        {uploads.running.map((one) => (
          <li key={one.key}>
            <span className={styles.name}>{one.file.name}</span>
            {one.failure === null ? (
              <Progress percent={one.percent} size="small" style={{ width: 140 }} />
            ) : (
              <>
                <span role="alert">{one.failure}</span>
                <Button size="small" onClick={() => uploads.retry(one.key)}>
                  {messages.actions.retry}
                </Button>
              </>
            )}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${messages.files.remove} ${one.file.name}`}
              onClick={() => uploads.drop(one.key)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
