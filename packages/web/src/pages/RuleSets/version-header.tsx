import { DownloadOutlined, EllipsisOutlined } from '@ant-design/icons';
import { ruleSets } from '@mingji/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Popover, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { asRefusal } from '../../api/api-refusal.ts';
import { download } from '../../api/download.ts';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { FilingActions } from './filing-actions.tsx';
import { PublishVersion } from './publish-version.tsx';
import { RuleSetScope } from './rule-set-scope.tsx';
import { RuleSetSettings } from './rule-set-settings.tsx';
import styles from './rule-sets.module.css';
import { texts, versionStates } from './texts.ts';
import { YamlPicker } from './yaml-picker.tsx';

interface VersionHeaderProps {
  readonly version: ruleSets.VersionView;
  readonly mayEdit: boolean;
}

export function VersionHeader({ version, mayEdit }: VersionHeaderProps) {
  const navigate = useNavigate();
  const [publishing, setPublishing] = useState(false);
  const ruleSet = useEndpoint(ruleSets.getRuleSet, { params: { ruleSetId: version.ruleSet.id } });
  const versions = ruleSet.data?.ruleSet.versions ?? [];
  const hasDraft = versions.some((each) => each.state !== 'published');
  // A draft that must be filed is sent up first; its one main action is that.
  const mayPublish =
    version.abilities.publish &&
    (version.state === 'filed' || (version.state === 'draft' && !version.filing.demanded));
  const goTo = (versionId: string) => navigate({ to: `/rule-sets/${versionId}` });
  return (
    <>
      <PageHeader
        title={version.ruleSet.name}
        trail={[{ title: texts.title, to: '/rule-sets' }]}
        description={<Facts version={version} />}
        more={
          <>
            <Select
              aria-label="版本"
              value={version.id}
              style={{ minWidth: 150 }}
              options={versions.map((each) => ({
                value: each.id,
                label: `第 ${each.version} 版${each.state === 'published' ? '' : `（${versionStates[each.state].label}）`}`,
              }))}
              onChange={(id: string) => void goTo(id)}
            />
            {version.abilities.edit && (
              <Button onClick={() => void navigate({ to: `/rule-sets/${version.id}/simulation` })}>
                {texts.tryOut}
              </Button>
            )}
            {mayEdit && <RuleSetSettings version={version} />}
            <MoreActions>
              <Download version={version} />
              {mayEdit && (
                <>
                  <ReplaceByYaml version={version} />
                  <RuleSetScope version={version} />
                  <Discard version={version} />
                </>
              )}
            </MoreActions>
          </>
        }
        action={
          <>
            <FilingActions version={version} />
            {mayPublish && (
              <Button type="primary" onClick={() => setPublishing(true)}>
                {texts.publish}
              </Button>
            )}
            {version.state === 'published' && version.abilities.edit && !hasDraft && (
              <NewDraft version={version} onDone={(id) => void goTo(id)} />
            )}
          </>
        }
      />
      {publishing && <PublishVersion version={version} onClose={() => setPublishing(false)} />}
    </>
  );
}

function Download({ version }: { readonly version: ruleSets.VersionView }) {
  const { notification } = App.useApp();
  const save = () =>
    download(
      ruleSets.exportYaml,
      { params: { versionId: version.id } },
      `${version.ruleSet.name}.yaml`,
    ).catch((error: unknown) => notification.error({ title: asRefusal(error).message }));
  return (
    <Button type="text" icon={<DownloadOutlined />} onClick={() => void save()}>
      {texts.download}
    </Button>
  );
}

/** The dialogs of the actions live in here too: what was opened once stays while they are open. */
function MoreActions({ children }: { readonly children: ReactNode }) {
  return (
    <Popover trigger="click" placement="bottomRight" content={<div className={styles.menu}>{children}</div>}>
      <Button icon={<EllipsisOutlined />}>更多</Button>
    </Popover>
  );
}

function Facts({ version }: { readonly version: ruleSets.VersionView }) {
  return (
    <>
      <StatusTag map={versionStates} state={version.state} /> 第 {version.version} 版 ·{' '}
      {version.ruleSet.unit.name}
      {version.upper && (
        <>
          {' · 依据 '}
          <Link to={`/rule-sets/${version.upper.versionId}`}>
            {version.upper.ruleSetName} 第 {version.upper.version} 版
          </Link>
        </>
      )}
      {version.state === 'published' ? (
        <>
          {' · 自 '}
          <DateText value={version.effectiveOn} /> 起施行 · {version.publishedByName} 发布于{' '}
          <DateText value={version.publishedAt} />
          <span title={version.contentHash ?? ''}> · SM3 {version.contentHash?.slice(0, 12)}…</span>
        </>
      ) : (
        <>
          {' · 最近保存 '}
          <DateText value={version.updatedAt} />
        </>
      )}
    </>
  );
}

interface NewDraftProps {
  readonly version: ruleSets.VersionView;
  readonly onDone: (versionId: string) => void;
}

function NewDraft({ version, onDone }: NewDraftProps) {
  const draft = useCommand(ruleSets.createDraft, {
    invalidates: [ruleSets.listRuleSets, ruleSets.getRuleSet],
    onDone: (reply) => onDone(reply.version.id),
  });
  return (
    <Button
      type="primary"
      loading={draft.isPending}
      onClick={() => void draft.run({ params: { ruleSetId: version.ruleSet.id }, body: {} })}
    >
      {texts.newDraft}
    </Button>
  );
}

function ReplaceByYaml({ version }: { readonly version: ruleSets.VersionView }) {
  const replace = useCommand(ruleSets.importYaml, {
    invalidates: [ruleSets.getVersion, ruleSets.listRuleSets],
    doneText: '草稿内容已替换',
  });
  return (
    <YamlPicker
      label={texts.upload}
      plain
      onPick={(yaml) => {
        if (yaml === null) return;
        void replace.run({
          params: { versionId: version.id },
          body: { expectedUpdatedAt: version.updatedAt, yaml },
        });
      }}
    />
  );
}

function Discard({ version }: { readonly version: ruleSets.VersionView }) {
  const navigate = useNavigate();
  const discard = useCommand(ruleSets.discardDraft, {
    invalidates: [ruleSets.listRuleSets],
    refusals: 'inline',
    doneText: '草稿已废弃',
  });
  return (
    <ConfirmAction
      label={texts.discard}
      consequence={`将删除第 ${version.version} 版草稿的全部内容，不能恢复；已发布的版本不受影响。如有需要，请先下载 YAML 留存。`}
      command={discard}
      button={{ danger: true, type: 'text' }}
      onConfirm={async () => {
        const done = await discard.run({ params: { versionId: version.id }, body: {} });
        if (done) void navigate({ to: '/rule-sets' });
        return done;
      }}
    />
  );
}
