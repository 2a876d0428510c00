import type { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { Panel } from '../../components/panel.tsx';
import { EDITED_SECTIONS, formValue, writtenValue } from './all-sections.ts';
import { pruned } from './edit-content.ts';
import { EditorContentProvider } from './editor-content.ts';
import { completed, type Row } from './form-fields.ts';
import { LockMark } from './lock-mark.tsx';
import type { Locks } from './locks.ts';
import { LONG_TABLES } from './long-tables.ts';
import { ParameterFields } from './parameter-fields.tsx';
import styles from './rule-sets.module.css';
import { SectionCheck } from './section-check.tsx';
import type { Section } from './section-fields.ts';
import { SectionView } from './section-view.tsx';
import { texts } from './texts.ts';
import type { DraftSaver } from './use-draft-saver.ts';
import { useSeenDraft } from './use-seen-draft.ts';

interface SectionsTabProps {
  readonly version: ruleSets.VersionView;
  readonly saver: DraftSaver;
  readonly mayEdit: boolean;
  readonly locks: Locks;
}

/** What the rule set says beyond points: grades, red line, quota, coefficients, lists, procedure, the long tables. */
export function SectionsTab({ version, saver, mayEdit, locks }: SectionsTabProps) {
  const [editing, setEditing] = useState<Section | null>(null);
  const content = version.content as RuleSet;
  return (
    <>
      {EDITED_SECTIONS.filter((section) => content[section.key] !== undefined).map((section) => (
        <SectionPanel
          key={section.key}
          {...{ section, content, saver, mayEdit, locks }}
          onEdit={() => setEditing(section)}
        />
      ))}
      {LONG_TABLES.filter((section) => content[section.key] !== undefined).map((section) => (
        <Panel
          key={section.key}
          title={section.title}
          extra={mayEdit && <span className="mj-quiet">{texts.longTable}</span>}
        >
          <div className={styles.scroll}>
            <SectionView content={content} form={section.form} value={content[section.key]} />
          </div>
        </Panel>
      ))}
      <Unset {...{ content, mayEdit }} onEdit={setEditing} />
      {editing && <SectionForm version={version} section={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface UnsetProps {
  readonly content: RuleSet;
  readonly mayEdit: boolean;
  readonly onEdit: (section: Section) => void;
}

/** What this method does not say, with what holds meanwhile. */
function Unset({ content, mayEdit, onEdit }: UnsetProps) {
  const unset = [...EDITED_SECTIONS, ...LONG_TABLES].filter((section) => content[section.key] === undefined);
  if (unset.length === 0) return null;
  return (
    <Panel title="尚未设置">
      <ul className={styles.unset}>
        {unset.map((section) => (
          <li key={section.key}>
            <strong>{section.title}</strong>
            <span className={`mj-quiet ${styles.spread}`}>{section.about}</span>
            {mayEdit && LONG_TABLES.includes(section) && <span className="mj-quiet">{texts.longTable}</span>}
            {mayEdit && EDITED_SECTIONS.includes(section) && (
              <Button size="small" aria-label={`设置 ${section.title}`} onClick={() => onEdit(section)}>
                设置
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface SectionPanelProps extends Omit<SectionsTabProps, 'version'> {
  readonly section: Section;
  readonly content: RuleSet;
  readonly onEdit: () => void;
}

function SectionPanel({ section, content, saver, mayEdit, locks, onEdit }: SectionPanelProps) {
  const lock = locks.section(section.key);
  return (
    <Panel
      title={
        <>
          {section.title} {lock && <LockMark lock={lock} tightens />}
        </>
      }
      extra={
        mayEdit && (
          <div className={styles.tools}>
            {!lock && (
              <ConfirmAction
                label="取消设置"
                consequence={`将从草稿中删去“${section.title}”的全部规定。${section.about}`}
                command={saver.command}
                button={{
                  type: 'text',
                  size: 'small',
                  danger: true,
                  'aria-label': `取消设置 ${section.title}`,
                }}
                onConfirm={() => saver.save(without(content, section.key))}
              />
            )}
            <Button size="small" aria-label={`修改 ${section.title}`} onClick={onEdit}>
              修改
            </Button>
          </div>
        )
      }
    >
      <SectionView content={content} form={section.form} value={formValue(content, section)} />
    </Panel>
  );
}

function without(content: RuleSet, key: keyof RuleSet): RuleSet {
  const { [key]: _, ...rest } = content;
  return rest as RuleSet;
}

interface SectionFormProps extends Pick<SectionsTabProps, 'version'> {
  readonly section: Section;
  readonly onClose: () => void;
}

function SectionForm({ version: newest, section, onClose }: SectionFormProps) {
  const { version, content, saver } = useSeenDraft(newest);
  const stored = formValue(content, section) as Row | undefined;
  const withTyped = (typed: Row) => {
    const value = pruned(writtenValue(section, completed(section.form, { ...stored, ...typed })));
    return value === undefined
      ? without(content, section.key)
      : ({ ...content, [section.key]: value } as RuleSet);
  };
  return (
    <EditorContentProvider value={content}>
      <FormDrawer<Row>
        open
        width={760}
        title={`${section.title}（第 ${version.version} 版草稿）`}
        submitText="保存"
        onClose={onClose}
        command={saver.command}
        onSubmit={(typed) => saver.save(withTyped(typed))}
        initialValues={stored ?? {}}
        draftKey={`ruleSet.${version.id}.section.${section.key}`}
      >
        <p className="mj-quiet" style={{ marginTop: 0 }}>
          {section.about}
        </p>
        <ParameterFields form={section.form} path={[]} />
        <SectionCheck section={section} stored={content} withTyped={withTyped} />
      </FormDrawer>
    </EditorContentProvider>
  );
}
