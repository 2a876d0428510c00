import type { imports } from '@mingji/contract';
import { Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import styles from './imports.module.css';
import type { RowActs } from './rows-step.tsx';

interface CellEditorProps {
  readonly row: imports.ImportRow;
  readonly field: string;
  readonly acts: RowActs;
}

/** One cell: what would be stored, beside what stands in the file when they differ; a click corrects it. */
export function CellEditor({ row, field, acts }: CellEditorProps) {
  const [open, setOpen] = useState(false);
  const cell = row.cells.find((one) => one.field === field);
  if (row.verdict === 'not-a-person') return <span>{cell?.text}</span>;
  const problem = row.problems.find((one) => one.field === field && !one.accepted);
  const text = cell?.text ?? '';
  const value = cell?.value ?? null;
  const differs = value !== null && value !== text && text !== '';
  const shown = (
    <>
      {differs && problem?.severity === 'repair' && <span className={styles.from}>{text}</span>}
      {differs && problem?.severity === 'repair' && ' '}
      {value ?? text}
      {cell?.edited && <span className={styles.edited}>（已改）</span>}
    </>
  );
  const tone =
    problem?.severity === 'error' ? styles.wrong : problem?.severity === 'repair' ? styles.repair : '';
  if (!acts.open) return <span className={tone}>{shown}</span>;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      title={`${row.row} 行 · ${cell?.label ?? field}`}
      content={
        <EditForm
          // A masked ID number is typed anew; its stars are no correction.
          initial={text.includes('****') ? '' : text}
          message={problem?.message ?? null}
          edited={cell?.edited ?? false}
          onSave={async (next) => {
            setOpen(false);
            await acts.edit(row, field, next);
          }}
        />
      }
    >
      <button type="button" className={classNames(styles.cell, tone)} title="点击更正">
        {shown}
      </button>
    </Popover>
  );
}

interface EditFormProps {
  readonly initial: string;
  readonly message: string | null;
  readonly edited: boolean;
  readonly onSave: (value: string | null) => void;
}

function EditForm({ initial, message, edited, onSave }: EditFormProps) {
  const [typed, setTyped] = useState(initial);
  return (
    <div className={styles.wide}>
      {message && <span className="mj-quiet">{message}</span>}
      <Input
        autoFocus
        aria-label="更正为"
        value={typed}
        maxLength={4000}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => onSave(typed)}
      />
      <Space>
        <Button type="primary" size="small" onClick={() => onSave(typed)}>
          更正并重新核对
        </Button>
        {edited && (
          <Button size="small" onClick={() => onSave(null)}>
            恢复原文
          </Button>
        )}
      </Space>
    </div>
  );
}
