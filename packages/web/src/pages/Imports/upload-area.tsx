import { FileExcelOutlined } from '@ant-design/icons';
import { imports } from '@mingji/contract';
import { Alert, Progress, Select, Upload } from 'antd';
import { useState } from 'react';
import { asRefusal, newRequestId, upload } from '../../api/index.ts';
import styles from './imports.module.css';
import { texts } from './texts.ts';

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
  readonly failure: string | null;
}
interface UploadAreaProps {
  /** `only`: it was a single file, so the clerk goes on with it. */
  readonly onUploaded: (batch: imports.ImportBatch, only: boolean) => void;
}

/** Takes one file or forty; they are judged one after the other, so that the server is not stormed. */
export function UploadArea({ onUploaded }: UploadAreaProps) {
  const [kind, setKind] = useState<imports.ImportKind | null>(null);
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const change = (key: string, part: Partial<Sending> | null) =>
    setSendings((all) =>
      part === null
        ? all.filter((one) => one.key !== key)
        : all.map((one) => (one.key === key ? { ...one, ...part } : one)),
    );
  const sendAll = async (files: readonly File[]) => {
    const queue = files.map((file) => ({ file, key: newRequestId() }));
    setSendings((all) => [
      ...all,
      ...queue.map(({ file, key }) => ({ key, name: file.name, percent: 0, failure: null })),
    ]);
    for (const { file, key } of queue) {
      try {
        const { batch } = await upload(imports.startImport, {
          file,
          query: { requestId: key, ...(kind ? { kind } : {}) },
          onProgress: (percent) => change(key, { percent }),
        });
        change(key, null);
        onUploaded(batch, files.length === 1);
      } catch (error) {
        change(key, { failure: asRefusal(error).message });
      }
    }
  };
  return (
    <section className={styles.upload}>
      <Upload.Dragger
        // What is dropped with another ending would vanish without a word; the server says how to save it anew.
        accept=".xlsx,.xls,.xlsm,.et,.csv,.ods"
        multiple
        showUploadList={false}
        beforeUpload={(file, all) => {
          if (file === all[0]) void sendAll(all);
          return false;
        }}
      >
        <p className={styles.dropIcon} aria-hidden>
          <FileExcelOutlined />
        </p>
        <p>{texts.drop}</p>
        <p className="mj-quiet">{texts.dropHow}</p>
      </Upload.Dragger>
      <p className={styles.kind}>
        <label htmlFor="import-kind">文件类别</label>
        <Select
          id="import-kind"
          style={{ width: 180 }}
          value={kind}
          allowClear
          placeholder="自动判断"
          options={imports.importKinds.map((value) => ({ value, label: imports.importKindLabels[value] }))}
          onChange={(next: imports.ImportKind | undefined) => setKind(next ?? null)}
        />
        <span className="mj-quiet">下一步还可以更改</span>
      </p>
      {sendings.map((one) =>
        one.failure === null ? (
          <p key={one.key} className={styles.sending}>
            {one.name}
            <Progress percent={one.percent} size="small" style={{ width: 160 }} />
            <span className="mj-quiet">{one.percent === 100 ? '正在识别……' : '等待上传'}</span>
          </p>
        ) : (
          <Alert
            key={one.key}
            type="error"
            showIcon
            title={`${one.name}：${one.failure}`}
            closable={{ onClose: () => change(one.key, null) }}
          />
        ),
      )}
    </section>
  );
}
