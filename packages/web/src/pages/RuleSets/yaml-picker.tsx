import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useState } from 'react';

const MAX_BYTES = 1_500_000;

interface YamlPickerProps {
  readonly onPick: (text: string | null) => void;
  readonly label?: string;
  readonly plain?: boolean;
}

/** A YAML file is read in the browser: the server gets its text, and answers with every fault and its place. */
export function YamlPicker({ onPick, label = '选择 YAML 文件', plain = false }: YamlPickerProps) {
  const { message } = App.useApp();
  const [name, setName] = useState<string | null>(null);
  const read = async (file: File) => {
    if (file.size > MAX_BYTES) {
      message.error(`“${file.name}”超过 1.5 MB，不是办法文件，请核对。`);
      return;
    }
    setName(file.name);
    onPick(await file.text());
  };
  return (
    <>
      <Upload
        accept=".yaml,.yml"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} {...(plain ? { type: 'text' as const } : {})}>
          {label}
        </Button>
      </Upload>
      {name && <span className="mj-quiet"> 已选：{name}</span>}
    </>
  );
}
