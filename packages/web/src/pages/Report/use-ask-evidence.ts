import { App } from 'antd';
import { useRef } from 'react';
import { missingEvidence } from './missing-evidence.ts';
import type { ContentValues } from './report-form.tsx';

/** Asks once a form whether it goes without what must be attached; true sends it. */
export function useAskEvidence(rule: string | null): (values: ContentValues) => Promise<boolean> {
  const { modal } = App.useApp();
  const answered = useRef<'no' | 'asking' | 'yes'>('no');
  return async ({ files }) => {
    const missing = missingEvidence(rule, files);
    if (missing === null || answered.current === 'yes') return true;
    // The second click of a double click asks nothing more.
    if (answered.current === 'asking') return false;
    answered.current = 'asking';
    const sends = await modal.confirm({
      title: `还没有附上：${missing}`,
      content: '没有附件，审核人难以核实，可能退回补正。正在上传的文件请等上传完成。',
      okText: '仍要报送',
      cancelText: '回去补充',
      autoFocusButton: 'cancel',
    });
    answered.current = sends ? 'yes' : 'no';
    return sends;
  };
}
