import { bulletins } from '@mingji/contract';
import { Alert, Button, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useSearch } from '../../app/use-search.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { ContentEditor } from './content-editor.tsx';
import { kindOptions } from './texts.ts';

/** The unit's own wording of each kind of bulletin; a new draft begins from it. */
export function TemplatesPage() {
  const [search, change] = useSearch();
  const phone = useIsPhone();
  const issuers = useEndpoint(bulletins.listIssuers, {});
  const units = issuers.data?.issuers ?? [];
  const kind = (kindOptions.find(({ value }) => value === search.kind)?.value ??
    'monthly') as bulletins.BulletinKind;
  const unitId = units.find(({ unit }) => unit.id === search.unitId)?.unit.id ?? units[0]?.unit.id;
  const params = unitId ? { unitId, kind } : null;
  const template = useEndpoint(bulletins.getTemplate, params && { params });
  if (issuers.isError && !issuers.data)
    return <ErrorState error={issuers.error} onRetry={() => void issuers.refetch()} />;
  const chooser = (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', marginBottom: 12 }}>
      {units.length > 1 && (
        <Select
          aria-label="单位"
          value={unitId ?? null}
          options={units.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
          onChange={(next) => change({ unitId: next ?? undefined })}
        />
      )}
      {phone ? (
        <Select
          aria-label="类别"
          value={kind}
          options={kindOptions}
          style={{ minWidth: 140 }}
          onChange={(next) => change({ kind: next })}
        />
      ) : (
        <Segmented value={kind} options={kindOptions} onChange={(next) => change({ kind: String(next) })} />
      )}
    </div>
  );
  return (
    <>
      {template.isError && !template.data ? (
        <ErrorState error={template.error} onRetry={() => void template.refetch()} />
      ) : template.data ? (
        <TemplateEditor
          key={`${unitId}/${kind}/${template.data.template.revision}`}
          template={template.data.template}
          chooser={chooser}
        />
      ) : (
        <LoadingState />
      )}
    </>
  );
}

interface TemplateEditorProps {
  readonly template: bulletins.TemplateView;
  readonly chooser: ReactNode;
}

function TemplateEditor({ template, chooser }: TemplateEditorProps) {
  const params = { unitId: template.unit.id, kind: template.kind };
  const local = useDraft<bulletins.BulletinContent>(`bulletin-template.${params.unitId}.${params.kind}`);
  const kept = bulletins.bulletinContent.safeParse(local.kept);
  const [content, setContent] = useState(kept.success ? kept.data : template.content);
  const reads = { invalidates: [bulletins.getTemplate], refusals: 'inline' } as const;
  const save = useCommand(bulletins.saveTemplate, { ...reads, doneText: '模板已保存', onDone: local.clear });
  const reset = useCommand(bulletins.resetTemplate, {
    ...reads,
    doneText: '已恢复',
    onDone: (reply) => {
      local.clear();
      setContent(reply.template.content);
    },
  });
  const dirty = JSON.stringify(content) !== JSON.stringify(template.content);
  const write = (next: bulletins.BulletinContent) => {
    setContent(next);
    local.keep(next);
  };
  const discard = () => {
    setContent(template.content);
    local.clear();
  };
  return (
    <>
      <PageHeader
        title="通报模板"
        description="拟制通报时从模板生成草稿；花括号里的数据项会换成当期数据。"
        more={
          <>
            {dirty && <Button onClick={discard}>放弃修改</Button>}
            {template.revision > 0 && (
              <ConfirmAction
                label="恢复默认"
                consequence="删除本单位的模板，改用上级或系统的模板。已有的草稿不受影响。"
                command={reset}
                onConfirm={() => reset.run({ params, body: {} })}
              />
            )}
          </>
        }
        action={
          <Button
            type="primary"
            disabled={!dirty}
            loading={save.isPending}
            onClick={() => void save.run({ params, body: { revision: template.revision, content } })}
          >
            保存
          </Button>
        }
      />
      {chooser}
      <RefusalAlert refusal={save.refusal} />
      <Alert
        type="info"
        style={{ marginBottom: 12 }}
        title={
          template.copyOf === null
            ? '现在用的是系统模板，保存后成为本单位的模板。'
            : template.copyOf.id === template.unit.id
              ? '现在用的是本单位的模板。'
              : `现在用的是${template.copyOf.name}的模板，保存后成为本单位的模板。`
        }
      />
      <ContentEditor content={content} sequences={[]} findings={[]} onChange={write} />
    </>
  );
}
