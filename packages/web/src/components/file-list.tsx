import { PaperClipOutlined } from '@ant-design/icons';
import { formatBytes } from '../app/format-bytes.ts';
import { messages } from '../app/messages.ts';
import styles from './file-list.module.css';

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly size?: number | undefined;
}

interface FileListProps {
  readonly files: readonly ShownFile[];
  /** Where a file's bytes are; by default the files endpoint of the platform. */
  readonly addressOf?: (file: ShownFile) => string;
}

export function FileList({ files, addressOf = fileAddress }: FileListProps) {
  if (files.length === 0) return <span className="mj-quiet">{messages.files.none}</span>;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={addressOf(file)} target="_blank" rel="noreferrer">
            <PaperClipOutlined aria-hidden /> {file.name}
          </a>
          {file.size !== undefined && <span className="mj-quiet"> {formatBytes(file.size)}</span>}
        </li>
      ))}
    </ul>
  );
}

function fileAddress(file: ShownFile): string {
  return `/api/files/${encodeURIComponent(file.id)}/content`;
}
