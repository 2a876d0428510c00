import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { saveBlob } from '../../api/download.ts';
import { csvText } from '../../app/csv-text.ts';
import { messages } from '../../app/messages.ts';
import styles from './one-time-passwords.module.css';
import { texts } from './texts.ts';

export interface OneTimePassword {
  readonly username: string;
  readonly displayName: string;
  readonly unitName: string;
  /** Null: it was shown before and is not shown again. */
  readonly password: string | null;
}

interface OneTimePasswordsProps {
  readonly passwords: readonly OneTimePassword[];
  readonly onClose: () => void;
}

const HEADINGS = ['单位', '姓名', '账号', '一次性密码'];

/** Shown once and then gone: closing asks for the word that they were kept. */
export function OneTimePasswords({ passwords, onClose }: OneTimePasswordsProps) {
  const [kept, setKept] = useState(false);
  const rows = passwords.map((one) => [
    one.unitName,
    one.displayName,
    one.username,
    one.password ?? '（已显示过）',
  ]);
  const save = () =>
    saveBlob(new Blob([csvText([HEADINGS, ...rows])], { type: 'text/csv;charset=utf-8' }), '一次性密码.csv');
  return (
    <Modal
      open
      title={texts.oneTime}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={680}
      footer={
        <div className={styles.foot}>
          <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
            {texts.kept}
          </Checkbox>
          <span>
            <Button icon={<DownloadOutlined />} onClick={save}>
              {messages.actions.download}
            </Button>{' '}
            <Button type="primary" disabled={!kept} onClick={onClose}>
              {messages.actions.close}
            </Button>
          </span>
        </div>
      }
    >
      <Alert type="warning" showIcon title={texts.oneTimeHow} style={{ marginBottom: 8 }} />
      {passwords.some((one) => one.password === null) && (
        <Alert type="info" showIcon title={texts.shownBefore} style={{ marginBottom: 8 }} />
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[2]}>
                {row.slice(0, 3).map((cell, index) => (
                  <td key={HEADINGS[index]}>{cell}</td>
                ))}
                <td>
                  <code>{row[3]}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
