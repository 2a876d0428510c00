import { writtenReviews } from '@mingji/contract';
import { Form, Input, Radio } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import type { ShownFile } from '../../components/file-list.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { FormModal } from '../../components/form-modal.tsx';

interface ReviewFormProps {
  readonly review: writtenReviews.WrittenReviewDetail;
  readonly onClose: () => void;
}
const reads = [writtenReviews.getWrittenReview, writtenReviews.listWrittenReviews];

/** The text is kept as a draft on this machine until it is handed in. */
export function HandInWrittenReview({ review, onClose }: ReviewFormProps) {
  const hand = useCommand(writtenReviews.handInWrittenReview, {
    invalidates: reads,
    refusals: 'inline',
    doneText: '已提交，等待审阅',
  });
  const last = review.versions[0];
  return (
    <FormDrawer<{ text: string; files?: readonly ShownFile[] }>
      open
      title={`提交${review.task}`}
      onClose={onClose}
      command={hand}
      submitText="提交"
      draftKey={`writtenReview.${review.id}.${last?.version ?? 0}`}
      initialValues={last ? { text: last.text, files: last.files } : {}}
      onSubmit={({ text, files = [] }) =>
        hand.run({ params: { reviewId: review.id }, body: { text, fileIds: files.map((file) => file.id) } })
      }
    >
      <Form.Item
        name="text"
        label="内容"
        extra="写明原因分析和整改措施。每一稿都会保留，提交后不能修改。"
        rules={[{ required: true, whitespace: true, message: '请填写内容' }]}
      >
        <Input.TextArea maxLength={4000} showCount autoSize={{ minRows: 10, maxRows: 24 }} />
      </Form.Item>
      <Form.Item name="files" label="附件">
        <FileUpload />
      </Form.Item>
    </FormDrawer>
  );
}

export function DecideWrittenReview({ review, onClose }: ReviewFormProps) {
  const decide = useCommand(writtenReviews.decideWrittenReview, {
    invalidates: reads,
    refusals: 'inline',
    doneText: '已办理，提交人可以看到',
  });
  return (
    <FormModal<{ outcome: 'accept' | 'return'; opinion?: string }>
      open
      title={`审阅${review.subject.name}的${review.task}`}
      submitText="确定"
      command={decide}
      onClose={onClose}
      onSubmit={({ outcome, opinion = '' }) =>
        decide.run({
          params: { reviewId: review.id },
          body: { version: review.versions[0]?.version ?? 1, outcome, opinion },
        })
      }
    >
      <DecisionFields />
    </FormModal>
  );
}

export function DecisionFields() {
  const outcome = Form.useWatch('outcome', Form.useFormInstance<{ outcome?: string }>());
  return (
    <>
      <Form.Item name="outcome" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Radio.Group
          options={[
            { value: 'accept', label: '通过' },
            { value: 'return', label: '退回重写' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="opinion"
        label="意见"
        rules={
          outcome === 'return' ? [{ required: true, whitespace: true, message: '请写明退回的原因' }] : []
        }
      >
        <Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </>
  );
}
