import type { bulletins } from '@mingji/contract';
import { Input } from 'antd';
import { insertAfter, moveBy, removeAt, replaceAt } from './block-changes.ts';
import styles from './block-editor.module.css';
import { BlockEditor, InsertMenu } from './block-editor.tsx';

interface ContentEditorProps {
  readonly content: bulletins.BulletinContent;
  readonly sequences: bulletins.DraftView['sequences'];
  readonly findings: readonly bulletins.BulletinFinding[];
  readonly onChange: (content: bulletins.BulletinContent) => void;
}

/** Title, addressee, copies and blocks, one below the other. */
export function ContentEditor({ content, sequences, findings, onChange }: ContentEditorProps) {
  const { blocks } = content;
  const set = (next: bulletins.BulletinBlock[]) => onChange({ ...content, blocks: next });
  return (
    <div className={styles.list}>
      <Input
        aria-label="标题"
        value={content.title}
        maxLength={100}
        prefix={<span className="mj-quiet">标题</span>}
        onChange={(event) => onChange({ ...content, title: event.target.value })}
      />
      <Input
        aria-label="主送机关"
        value={content.addressee}
        maxLength={200}
        prefix={<span className="mj-quiet">主送</span>}
        onChange={(event) => onChange({ ...content, addressee: event.target.value })}
      />
      <Input
        aria-label="抄送"
        value={content.copies}
        maxLength={200}
        prefix={<span className="mj-quiet">抄送</span>}
        placeholder="选填，印在末页版记里"
        onChange={(event) => onChange({ ...content, copies: event.target.value })}
      />
      {findings
        .filter(({ key }) => key === null)
        .map(({ message }) => (
          <p key={message} className={styles.refused}>
            {message}
          </p>
        ))}
      {blocks.map((block, index) => (
        <BlockEditor
          key={block.key}
          block={block}
          sequences={sequences}
          findings={findings.filter(({ key }) => key === block.key)}
          first={index === 0}
          last={index === blocks.length - 1}
          onChange={(changed) => set(replaceAt(blocks, index, changed))}
          onMove={(step) => set(moveBy(blocks, index, step))}
          onRemove={() => set(removeAt(blocks, index))}
          onInsert={(type) => set(insertAfter(blocks, index, type))}
        />
      ))}
      <div>
        <InsertMenu
          label="在末尾插入"
          words
          onInsert={(type) => set(insertAfter(blocks, blocks.length - 1, type))}
        />
      </div>
    </div>
  );
}
