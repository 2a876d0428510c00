import { outcomes } from '@mingji/contract';
import { PROPOSAL_KINDS, type ProposalKind, proposalKinds } from '@mingji/engine';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { OfficerSelect } from '../../components/officer-select.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useOfficerOptions } from '../../components/use-officer-options.ts';
import { useUnitOptions } from '../../components/use-unit-options.ts';

/** What a proposal begins with: from a list, from a streak, or nothing. */
export interface ProposalWish {
  readonly kind?: ProposalKind;
  readonly subject?: {
    readonly kind: 'officer' | 'unit';
    readonly id: string;
    readonly name: string;
    readonly hint: string;
  };
  readonly reason?: string;
  readonly basis?: string;
  readonly periodIds?: readonly string[];
  readonly streakYear?: number | null;
}
interface Values {
  readonly kind: ProposalKind;
  readonly subjectKind: 'officer' | 'unit';
  readonly officerId?: string | null;
  readonly unitId?: string | null;
  readonly reason: string;
  readonly basis?: string;
  readonly evidencePeriodIds?: string[];
}
interface ProposalFormProps {
  readonly wish: ProposalWish;
  /** Changes this draft instead of drawing a new one up. */
  readonly proposalId?: string;
  readonly onClose: () => void;
}

const reads = [outcomes.listProposals, outcomes.getProposal, outcomes.listCandidates, outcomes.listStreaks];

/** Kind, subject, reason, what it rests on; the results are written down as they stand. */
export function ProposalForm({ wish, proposalId, onClose }: ProposalFormProps) {
  const navigate = useNavigate();
  const create = useCommand(outcomes.createProposal, {
    invalidates: reads,
    refusals: 'inline',
    doneText: '已存为草稿',
    onDone: ({ proposal }) => void navigate({ to: `/outcomes/proposals/${proposal.id}` }),
  });
  const change = useCommand(outcomes.changeProposal, {
    invalidates: reads,
    refusals: 'inline',
    doneText: '已保存',
  });
  const submit = (values: Values) => {
    const content = {
      kind: values.kind,
      reason: values.reason,
      basis: values.basis ?? '',
      evidencePeriodIds: values.evidencePeriodIds ?? [],
      streakYear: wish.streakYear ?? null,
    };
    if (proposalId !== undefined) return change.run({ params: { proposalId }, body: content });
    const subject = wish.subject ?? {
      kind: values.subjectKind,
      id: (values.subjectKind === 'unit' ? values.unitId : values.officerId) ?? '',
    };
    return create.run({ body: { subjectKind: subject.kind, subjectId: subject.id, ...content } });
  };
  return (
    <FormDrawer<Values>
      open
      title={proposalId === undefined ? '起草运用建议' : '修改运用建议'}
      onClose={onClose}
      command={proposalId === undefined ? create : change}
      submitText="保存草稿"
      width={640}
      {...(proposalId === undefined && !wish.subject ? { draftKey: 'proposal' } : {})}
      initialValues={{
        kind: wish.kind ?? 'commendation',
        subjectKind: wish.subject?.kind ?? 'officer',
        reason: wish.reason ?? '',
        basis: wish.basis ?? '',
        evidencePeriodIds: [...(wish.periodIds ?? [])],
      }}
      onSubmit={submit}
    >
      <ProposalFields wish={wish} />
    </FormDrawer>
  );
}

function ProposalFields({ wish }: { readonly wish: ProposalWish }) {
  const form = Form.useFormInstance<Values>();
  const kind = Form.useWatch('kind', form) ?? 'commendation';
  const picked = Form.useWatch('subjectKind', form);
  const subjectKind = wish.subject?.kind ?? picked ?? 'officer';
  const chosen = Form.useWatch(subjectKind === 'unit' ? 'unitId' : 'officerId', form);
  const subjectId = wish.subject?.id ?? chosen ?? null;
  return (
    <>
      {wish.subject ? (
        <Form.Item label="对象">
          <strong>{wish.subject.name}</strong> <span className="mj-quiet">{wish.subject.hint}</span>
        </Form.Item>
      ) : (
        <SubjectFields subjectKind={subjectKind} />
      )}
      <Form.Item name="kind" label="建议" rules={[{ required: true }]}>
        <Select
          options={PROPOSAL_KINDS.filter((each) => proposalKinds[each].subjects.includes(subjectKind)).map(
            (each) => ({ value: each, label: proposalKinds[each].name }),
          )}
        />
      </Form.Item>
      <Evidence subjectKind={subjectKind} subjectId={subjectId} />
      <Form.Item
        name="reason"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea maxLength={4000} showCount autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="basis" label="规定依据" extra={`不填写时为“${proposalKinds[kind].basis}”`}>
        <Input.TextArea
          maxLength={500}
          placeholder="法律、条令或办法的条款"
          autoSize={{ minRows: 1, maxRows: 6 }}
        />
      </Form.Item>
    </>
  );
}

function SubjectFields({ subjectKind }: { readonly subjectKind: 'officer' | 'unit' }) {
  const officers = useOfficerOptions();
  const units = useUnitOptions();
  return (
    <>
      <Form.Item name="subjectKind" label="对象">
        <Radio.Group
          options={[
            { value: 'officer', label: '民警' },
            { value: 'unit', label: '单位' },
          ]}
        />
      </Form.Item>
      {subjectKind === 'officer' ? (
        <Form.Item name="officerId" rules={[{ required: true, message: '请选择民警' }]}>
          <OfficerSelect {...officers} />
        </Form.Item>
      ) : (
        <Form.Item name="unitId" rules={[{ required: true, message: '请选择单位' }]}>
          <UnitSelect {...units} />
        </Form.Item>
      )}
    </>
  );
}

interface EvidenceProps {
  readonly subjectKind: 'officer' | 'unit';
  readonly subjectId: string | null;
}

function Evidence({ subjectKind, subjectId }: EvidenceProps) {
  const found = useEndpoint(outcomes.listEvidence, subjectId ? { params: { subjectKind, subjectId } } : null);
  const items = found.data?.items ?? [];
  return (
    <Form.Item name="evidencePeriodIds" label="作为依据的成绩">
      {items.length > 0 ? (
        <Checkbox.Group
          style={{ display: 'grid', gap: 6 }}
          options={items.slice(0, 24).map((item) => ({
            value: item.periodId,
            label: (
              <>
                {item.title}{' '}
                <span className="mj-quiet">
                  {item.fact}
                  {item.sealNo === null ? '' : `，封存编号 ${item.sealNo}`}
                </span>
              </>
            ),
          }))}
        />
      ) : (
        <span className="mj-quiet">
          {subjectId ? '该对象还没有公布的成绩，不能提交审定。' : '选定对象后，列出可以引用的成绩。'}
        </span>
      )}
    </Form.Item>
  );
}
