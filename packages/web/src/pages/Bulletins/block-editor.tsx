import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { bulletins } from '@mingji/contract';
import { Button, Dropdown, Input, Segmented } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { classNames } from '../../components/class-names.ts';
import { type BlockType, blockTypes, insertText } from './block-changes.ts';
import styles from './block-editor.module.css';
import { ChartFields, TableFields } from './data-fields.tsx';
import { PlaceholderMenu } from './placeholder-menu.tsx';

interface BlockEditorProps {
  readonly block: bulletins.BulletinBlock;
  readonly findings: readonly bulletins.BulletinFinding[];
  readonly sequences: bulletins.DraftView['sequences'];
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (block: bulletins.BulletinBlock) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onInsert: (type: BlockType) => void;
}

/** One block: its text or its data, its place among the others, and what is wrong with it. */
export function BlockEditor(props: BlockEditorProps) {
  const { block, findings } = props;
  const refused = findings.some(({ weight }) => weight === 'refuse');
  return (
    <section
      className={classNames(styles.block, refused && styles.faulty)}
      aria-label={blockTypes[block.type]}
    >
      <div className={styles.head}>
        <span className={styles.type}>{blockTypes[block.type]}</span>
        <Button
          size="small"
          type="text"
          aria-label="上移"
          icon={<ArrowUpOutlined />}
          disabled={props.first}
          onClick={() => props.onMove(-1)}
        />
        <Button
          size="small"
          type="text"
          aria-label="下移"
          icon={<ArrowDownOutlined />}
          disabled={props.last}
          onClick={() => props.onMove(1)}
        />
        <InsertMenu label="在下面插入" onInsert={props.onInsert} />
        <Button
          size="small"
          type="text"
          aria-label="删除"
          icon={<DeleteOutlined />}
          onClick={props.onRemove}
        />
      </div>
      <BlockFields {...props} />
      {findings.map(({ message, weight }) => (
        <p key={message} className={weight === 'refuse' ? styles.refused : styles.finding}>
          {message}
        </p>
      ))}
    </section>
  );
}

interface InsertMenuProps {
  readonly label: string;
  readonly onInsert: (type: BlockType) => void;
  readonly words?: boolean;
}
export function InsertMenu({ label, onInsert, words = false }: InsertMenuProps) {
  const items = Object.entries(blockTypes).map(([key, text]) => ({ key, label: text }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onInsert(key as BlockType) }}>
      <Button size="small" type={words ? 'default' : 'text'} aria-label={label} icon={<PlusOutlined />}>
        {words ? label : null}
      </Button>
    </Dropdown>
  );
}

function BlockFields({ block, sequences, onChange }: BlockEditorProps) {
  switch (block.type) {
    case 'heading':
      return (
        <div className={styles.fields}>
          <Segmented<number>
            size="small"
            value={block.level}
            options={[
              { value: 1, label: '一、' },
              { value: 2, label: '（一）' },
              { value: 3, label: '1.' },
            ]}
            onChange={(level) => onChange({ ...block, level })}
          />
          <Input
            value={block.text}
            maxLength={60}
            placeholder="小标题，序号自动编排"
            onChange={(event) => onChange({ ...block, text: event.target.value })}
          />
        </div>
      );
    case 'paragraph':
      return <ParagraphField block={block} sequences={sequences} onChange={onChange} />;
    case 'table':
    case 'chart':
      return (
        <div className={styles.fields}>
          {block.type === 'table' ? (
            <TableFields
              data={block.data}
              sequences={sequences}
              onChange={(data) => onChange({ ...block, data })}
            />
          ) : (
            <ChartFields
              data={block.data}
              sequences={sequences}
              onChange={(data) => onChange({ ...block, data })}
            />
          )}
          <Input
            value={block.caption}
            maxLength={80}
            placeholder={block.type === 'table' ? '表题，可以不填' : '图题，可以不填'}
            onChange={(event) => onChange({ ...block, caption: event.target.value })}
          />
        </div>
      );
    case 'annex':
      return (
        <Input
          value={block.title}
          maxLength={60}
          placeholder="附件名称，自动列入附件清单"
          onChange={(event) => onChange({ ...block, title: event.target.value })}
        />
      );
  }
}

interface ParagraphFieldProps extends Pick<BlockEditorProps, 'sequences' | 'onChange'> {
  readonly block: Extract<bulletins.BulletinBlock, { type: 'paragraph' }>;
}
function ParagraphField({ block, sequences, onChange }: ParagraphFieldProps) {
  const area = useRef<TextAreaRef>(null);
  const insert = (inserted: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const end = block.text.length;
    const text = insertText(block.text, field?.selectionStart ?? end, field?.selectionEnd ?? end, inserted);
    onChange({ ...block, text });
  };
  return (
    <div className={styles.fields}>
      <Input.TextArea
        ref={area}
        value={block.text}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 14 }}
        aria-label="段落"
        onChange={(event) => onChange({ ...block, text: event.target.value })}
      />
      <PlaceholderMenu sequences={sequences} onInsert={insert} />
    </div>
  );
}
