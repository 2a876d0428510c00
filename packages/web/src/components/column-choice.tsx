import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { messages } from '../app/messages.ts';
import { chosenColumns, type DataColumn } from './data-column.ts';

interface ColumnChoiceProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly choice: string[] | null;
  readonly onChange: (choice: string[] | null) => void;
}

/** Which columns are shown, kept on this machine. */
export function ColumnChoice<Row>({ columns, choice, onChange }: ColumnChoiceProps<Row>) {
  const shown = new Set(chosenColumns(columns, choice).map((column) => column.key));
  const toggle = (key: string, wanted: boolean) =>
    onChange(columns.filter((one) => (one.key === key ? wanted : shown.has(one.key))).map((one) => one.key));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={messages.actions.columns}
      content={
        <div style={{ display: 'flex', flexDirection: 'column', gap: 4, maxHeight: 360, overflow: 'auto' }}>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              checked={shown.has(column.key)}
              disabled={column.shown === 'always'}
              onChange={(event) => toggle(column.key, event.target.checked)}
            >
              {column.title}
            </Checkbox>
          ))}
          <Button size="small" onClick={() => onChange(null)}>
            恢复默认
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />} aria-label={messages.actions.columns} />
    </Popover>
  );
}
