import { PaperClipOutlined } from '@ant-design/icons';
import { files as fileEndpoints } from '@mingji/contract';
import { addressOf } from '../api/address.ts';
import { formatBytes } from '../app/format-bytes.ts';
import { messages } from '../app/messages.ts';
import styles from './file-list.module.css';

/** What a list of attachments needs; the contract's attachment has it. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes?: number | undefined;
}

interface FileListProps {
  readonly files: readonly ShownFile[];
}

/** Attachments as links: what the browser can show opens, the rest is downloaded; the server decides which. */
export function FileList({ files }: FileListProps) {
  if (files.length === 0) return <span className="mj-quiet">{messages.files.none}</span>;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={addressOf(fileEndpoints.downloadFile, {
              params: { fileId: file.id },
              query: { inline: '1' },
            })}
            target="_blank"
            rel="noreferrer"
          >
            <PaperClipOutlined aria-hidden /> {file.name}
          </a>
          {file.sizeBytes !== undefined && <span className="mj-quiet"> {formatBytes(file.sizeBytes)}</span>}
        </li>
      ))}
    </ul>
  );
}
