import type { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { Panel } from '../../components/panel.tsx';
import { pruned } from './edit-content.ts';
import { EditorContentProvider } from './editor-content.ts';
import { completed, type Row } from './form-fields.ts';
import { LONG_TABLES } from './long-tables.ts';
import { ParameterFields } from './parameter-fields.tsx';
import styles from './rule-sets.module.css';
import { SECTIONS, type Section } from './section-fields.ts';
import { SectionView } from './section-view.tsx';
import type { DraftSaver } from './use-draft-saver.ts';

interface SectionsTabProps {
  readonly version: ruleSets.VersionView;
  readonly saver: DraftSaver;
  readonly mayEdit: boolean;
}

/** What the rule set says beyond points: grades, red line, quota, coefficients, lists, procedure, the long tables. */
export function SectionsTab({ version, saver, mayEdit }: SectionsTabProps) {
  const [editing, setEditing] = useState<Section | null>(null);
  const content = version.content as RuleSet;
  return (
    <>
      {SECTIONS.map((section) => (
        <SectionPanel
          key={section.key}
          {...{ section, content, saver, mayEdit }}
          onEdit={() => setEditing(section)}
        />
      ))}
      {LONG_TABLES.map((section) => (
        <Panel
          key={section.key}
          title={section.title}
          extra={mayEdit && <span className="mj-quiet">长表请下载 YAML 修改后用「以 YAML 替换」带回</span>}
        >
          {content[section.key] === undefined ? (
            <p className="mj-quiet">未设置。{section.about}</p>
          ) : (
            <div className={styles.scroll}>
              <SectionView content={content} form={section.form} value={content[section.key]} />
            </div>
          )}
        </Panel>
      ))}
      {editing && <SectionForm {...{ version, saver }} section={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface SectionPanelProps extends Omit<SectionsTabProps, 'version'> {
  readonly section: Section;
  readonly content: RuleSet;
  readonly onEdit: () => void;
}

function SectionPanel({ section, content, saver, mayEdit, onEdit }: SectionPanelProps) {
  const value = content[section.key];
  return (
    <Panel
      title={section.title}
      extra={
        mayEdit && (
          <div className={styles.tools}>
            {value !== undefined && (
              <ConfirmAction
                label="取消设置"
                consequence={`将从草稿中删去「${section.title}」的全部规定。${section.about}`}
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
            <Button size="small" aria-label={`设置 ${section.title}`} onClick={onEdit}>
              {value === undefined ? '设置' : '修改'}
            </Button>
          </div>
        )
      }
    >
      {value === undefined ? (
        <p className="mj-quiet">未设置。{section.about}</p>
      ) : (
        <SectionView content={content} form={section.form} value={value} />
      )}
    </Panel>
  );
}

function without(content: RuleSet, key: keyof RuleSet): RuleSet {
  const { [key]: _, ...rest } = content;
  return rest as RuleSet;
}

interface SectionFormProps extends Omit<SectionsTabProps, 'mayEdit'> {
  readonly section: Section;
  readonly onClose: () => void;
}

function SectionForm({ version, saver, section, onClose }: SectionFormProps) {
  const content = version.content as RuleSet;
  const save = (typed: Row) => {
    const value = pruned(completed(section.form, { ...(content[section.key] as Row | undefined), ...typed }));
    return saver.save(
      value === undefined ? without(content, section.key) : ({ ...content, [section.key]: value } as RuleSet),
    );
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
        onSubmit={save}
        initialValues={(content[section.key] as Row | undefined) ?? {}}
        draftKey={`ruleSet.${version.id}.section.${section.key}`}
      >
        <p className="mj-quiet" style={{ marginTop: 0 }}>
          {section.about}
        </p>
        <ParameterFields form={section.form} path={[]} />
      </FormDrawer>
    </EditorContentProvider>
  );
}
