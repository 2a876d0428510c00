import type { submissions } from '@mingji/contract';
import { Descriptions, Drawer } from 'antd';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { DateText } from '../../components/date-text.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import {
  SubmissionEntries,
  SubmissionTimeline,
  SubmissionVersions,
} from '../Submissions/submission-view.tsx';
import { caseStates, type RecheckCase } from './case-columns.tsx';

interface CaseViewProps {
  readonly item: RecheckCase;
  readonly submission: submissions.SubmissionDetail | undefined;
  readonly onClose: () => void;
}

/** A case that one only reads: what was found, by whom, why. */
export function CaseView({ item, submission, onClose }: CaseViewProps) {
  const phone = useIsPhone();
  return (
    <Drawer
      open
      title={item.submission.title}
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92vh' : 760}
    >
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'state', label: '结论', children: <StatusTag map={caseStates} state={item.state} /> },
          { key: 'reviewer', label: '原审核人', children: item.reviewerName },
          { key: 'checker', label: '复核人', children: item.decidedByName ?? item.assignee.name },
          { key: 'at', label: '复核时间', children: <DateText value={item.decidedAt} /> },
          ...(item.reason ? [{ key: 'reason', label: '理由', children: item.reason }] : []),
        ]}
      />
      {submission && (
        <>
          <SubmissionVersions submission={submission} />
          <SubmissionEntries submission={submission} />
          <SubmissionTimeline submission={submission} />
        </>
      )}
    </Drawer>
  );
}
