import { imports } from '@mingji/contract';
import { Alert, Button, DatePicker, InputNumber, Select, Table } from 'antd';
import dayjs from 'dayjs';
import { useCommand } from '../../api/use-command.ts';
import { Panel } from '../../components/panel.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import styles from './imports.module.css';

type Batch = imports.ImportBatch;
type Column = Batch['columns'][number];

/** Step 2: what the file is, which sheet, which column is what; each with how sure the machine is. */
export function ColumnsStep({ batch, onNext }: { readonly batch: Batch; readonly onNext: () => void }) {
  const save = useCommand(imports.setImportReading, {
    invalidates: [imports.getImport, imports.listImportRows],
    doneText: null,
  });
  const read = (part: Partial<Parameters<typeof save.run>[0]['body']>) =>
    save.run({
      params: { batchId: batch.id },
      body: {
        kind: batch.kind,
        sheet: batch.sheet,
        decompositionSheet: batch.decompositionSheet,
        policeNoDigits: batch.policeNoDigits,
        month: batch.attendance?.month ?? null,
        columns: null,
        ...part,
      },
    });
  const mapping = batch.columns.map(({ column, field }) => ({ column, field }));
  const assign = (column: number, field: string | null) =>
    read({
      columns: mapping.map((one) =>
        one.column === column
          ? { column, field }
          : one.field === field && field !== null
            ? { ...one, field: null }
            : one,
      ),
    });
  return (
    <>
      <Panel title="文件和工作表">
        <div className={styles.options}>
          <LabelledSelect
            label="文件类别"
            value={batch.kind}
            options={imports.importKinds.map((value) => ({ value, label: imports.importKindLabels[value] }))}
            onChange={(kind) =>
              void read({ kind: kind as imports.ImportKind, sheet: null, decompositionSheet: null })
            }
          />
          <LabelledSelect
            label="工作表"
            value={batch.sheet}
            options={batch.sheets.map((sheet) => ({
              value: sheet.sheet,
              label: `${sheet.sheet}${sheet.hidden ? '（隐藏）' : ''}：认出 ${sheet.matchedColumns} 列、${sheet.records} 行`,
            }))}
            onChange={(sheet) => void read({ sheet })}
          />
          {batch.kind === 'targetBook' && (
            <LabelledSelect
              label="分解表"
              value={batch.decompositionSheet}
              options={batch.sheets
                .filter((sheet) => sheet.sheet !== batch.sheet)
                .map(({ sheet }) => ({ value: sheet, label: sheet }))}
              onChange={(decompositionSheet) => void read({ decompositionSheet, columns: mapping })}
            />
          )}
          {batch.kind === 'attendance' && (
            <div>
              <label htmlFor="attendance-month">考勤月份</label>
              <br />
              <DatePicker
                id="attendance-month"
                picker="month"
                allowClear={false}
                format="YYYY年M月"
                value={batch.attendance?.month ? dayjs(`${batch.attendance.month}-01`) : null}
                onChange={(month) => month && void read({ month: month.format('YYYY-MM'), columns: mapping })}
              />
            </div>
          )}
          {(batch.kind === 'roster' || batch.kind === 'attendance') && (
            <div>
              <label htmlFor="police-no-digits">警号位数（用于补前导零）</label>
              <br />
              <InputNumber
                id="police-no-digits"
                min={4}
                max={12}
                precision={0}
                value={batch.policeNoDigits}
                onChange={(digits) => digits && void read({ policeNoDigits: digits, columns: mapping })}
              />
            </div>
          )}
        </div>
      </Panel>
      <OtherSheets batch={batch} />
      {batch.tableProblems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ margin: '12px 0' }}
          title="表格本身还有问题，更正之前不能确认导入"
          description={
            <ul className={styles.understood}>
              {batch.tableProblems.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          }
        />
      )}
      <Panel title="列的对应" extra={<span className="mj-quiet">认错的列请改选；不需要的列选“不导入”</span>}>
        <Table<Column>
          size="small"
          bordered
          rowKey="column"
          pagination={false}
          loading={{ spinning: save.isPending, delay: 200 }}
          dataSource={[...batch.columns]}
          scroll={{ x: 820 }}
          columns={columnsOf(batch, assign)}
        />
      </Panel>
      <div className={styles.actions}>
        <Button onClick={() => void read({})} disabled={save.isPending}>
          重新自动识别
        </Button>
        <Button type="primary" onClick={onNext}>
          下一步：逐行核对
        </Button>
      </div>
    </>
  );
}

/** Half of a file must not stay behind unnoticed: the sheets that would fit too, and how to take them. */
function OtherSheets({ batch }: { readonly batch: Batch }) {
  const others = batch.sheets.filter(
    ({ sheet, records, missingRequired }) =>
      sheet !== batch.sheet &&
      sheet !== batch.decompositionSheet &&
      records > 0 &&
      missingRequired.length === 0,
  );
  if (others.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      style={{ margin: '12px 0' }}
      title={`本次只导入工作表“${batch.sheet}”；文件里还有：${others.map(({ sheet, records }) => `“${sheet}”${records} 行`).join('、')}`}
      description="一次导入一张工作表。导完这一张，把文件再上传一次，改选另一张。"
    />
  );
}

function columnsOf(batch: Batch, assign: (column: number, field: string | null) => unknown) {
  return [
    { title: '列', dataIndex: 'letters', width: 56 },
    {
      title: '表头',
      width: 180,
      render: (_: unknown, column: Column) => (
        <>
          {column.group && <span className="mj-quiet">{column.group} / </span>}
          {column.heading || <span className="mj-quiet">（无表头）</span>}
          {column.hidden && <span className="mj-quiet">（隐藏列）</span>}
        </>
      ),
    },
    {
      title: '前几行的内容',
      render: (_: unknown, column: Column) => <span className="mj-quiet">{column.samples.join('、')}</span>,
    },
    {
      title: '导入为',
      width: 200,
      render: (_: unknown, column: Column) => (
        <Select
          aria-label={`${column.letters} 列导入为`}
          style={{ width: '100%' }}
          value={column.field ?? ''}
          onChange={(field: string) => void assign(column.column, field || null)}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: '不导入' },
            ...batch.fields.map(({ field, label, required }) => ({
              value: field,
              label: required ? `${label}（必需）` : label,
            })),
          ]}
        />
      ),
    },
    { title: '把握', width: 190, render: (_: unknown, column: Column) => <Confidence column={column} /> },
  ];
}

function Confidence({ column }: { readonly column: Column }) {
  if (column.confidence === null) return <LookTag look="draft" label="人工指定" />;
  if (column.field === null) return <span className="mj-quiet">—</span>;
  const percent = Math.round(column.confidence * 100);
  const look = percent >= 80 ? 'good' : 'waiting';
  return (
    <span title={column.reasons.join('；')}>
      <LookTag look={look} label={`${percent}%${percent < 80 ? ' 请核对' : ''}`} />
    </span>
  );
}

interface LabelledSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function LabelledSelect({ label, value, options, onChange }: LabelledSelectProps) {
  return (
    <div>
      <span>{label}</span>
      <Select
        aria-label={label}
        style={{ width: '100%' }}
        value={value}
        options={[...options]}
        onChange={onChange}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
