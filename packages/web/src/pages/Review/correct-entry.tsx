import { entries } from '@mingji/contract';
import { Form, Input, Radio } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import type { ShownFile } from '../../components/file-list.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { EntrySummary } from '../MyAppraisal/entry-summary.tsx';
import { FactFields } from '../Report/fact-fields.tsx';
import { EntryPeers } from './entry-peers.tsx';

interface Values {
  readonly how: 'cancel' | 'correct';
  readonly eventCode?: string;
  readonly quantity?: string | null;
  readonly ofQuantity?: string | null;
  readonly chosenPoints?: string | null;
  readonly reason: string;
  readonly files?: readonly ShownFile[];
}

interface CorrectEntryProps {
  readonly entry: entries.EntryView;
  readonly onClose: () => void;
}

/** Reverses an entry and, where wanted, books it anew; both stay visible with the reason. */
export function CorrectEntry({ entry, onClose }: CorrectEntryProps) {
  const correct = useCommand(entries.correctEntry, {
    invalidates: [entries.listEntries],
    refusals: 'inline',
    doneText: '已更正，当事人可以看到',
  });
  const initialValues: Partial<Values> = {
    how: 'correct',
    ...(entry.event ? { eventCode: entry.event.code } : {}),
    ...(entry.quantity ? { quantity: entry.quantity } : {}),
    ...(entry.ofQuantity ? { ofQuantity: entry.ofQuantity } : {}),
    ...(entry.chosenPoints ? { chosenPoints: entry.chosenPoints } : {}),
  };
  const submit = ({ how, reason, files = [], ...facts }: Values) =>
    correct.run({
      params: { entryId: entry.id },
      body: {
        reason,
        replacement: how === 'correct' ? given(facts) : null,
        fileIds: files.map((file) => file.id),
      },
    });
  return (
    <FormDrawer<Values>
      open
      title="冲销更正"
      onClose={onClose}
      command={correct}
      submitText="冲销更正"
      draftKey={`correct.${entry.id}`}
      initialValues={initialValues}
      onSubmit={submit}
    >
      <EntryPeers entryId={entry.id} />
      <CorrectionFields entry={entry} />
    </FormDrawer>
  );
}

function CorrectionFields({ entry }: { readonly entry: entries.EntryView }) {
  const how = Form.useWatch<Values['how']>('how');
  const offered = useEndpoint(entries.getPostingForm, {});
  const form = offered.data?.periods
    .find((period) => period.id === entry.period.id)
    ?.indicators.find((indicator) => indicator.code === entry.indicator.code)?.form;
  return (
    <>
      <EntrySummary entry={entry} />
      <Form.Item name="how" label="更正方式" style={{ marginTop: 12 }}>
        <Radio.Group
          vertical
          options={[
            { value: 'correct', label: '冲销原记录，按下面的内容重新登记' },
            { value: 'cancel', label: '只冲销，不再登记' },
          ]}
        />
      </Form.Item>
      {how === 'correct' && form && <FactFields form={form} choosesPoints />}
      <Form.Item
        name="reason"
        label="更正理由"
        rules={[{ required: true, whitespace: true, message: '请写明哪里有误，当事人可以看到' }]}
      >
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="files" label="证据">
        <FileUpload />
      </Form.Item>
    </>
  );
}

/** What was left empty stays as it was. */
function given(facts: Omit<Values, 'how' | 'reason' | 'files'>) {
  return {
    ...(facts.eventCode ? { eventCode: facts.eventCode } : {}),
    ...(facts.quantity ? { quantity: facts.quantity } : {}),
    ...(facts.ofQuantity ? { ofQuantity: facts.ofQuantity } : {}),
    ...(facts.chosenPoints ? { chosenPoints: facts.chosenPoints } : {}),
  };
}
