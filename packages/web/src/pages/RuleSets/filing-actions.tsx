import type { ruleSets } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DecideFiling, SubmitFiling, useWithdrawFiling } from './filing-panel.tsx';
import { texts } from './texts.ts';

/** What this account may do about the filing just now: send, take back, decide. */
export function FilingActions({ version }: { readonly version: ruleSets.VersionView }) {
  const [open, setOpen] = useState<'submit' | 'decide' | null>(null);
  const withdraw = useWithdrawFiling();
  const { abilities } = version;
  return (
    <>
      {abilities.withdraw && (
        <ConfirmAction
          label={texts.withdrawFiling}
          consequence={
            version.state === 'filed'
              ? '撤回后可以修改草稿，但原备案不再有效，发布前须重新报送备案。'
              : '撤回后可以修改草稿，改好再报送备案。'
          }
          command={withdraw}
          onConfirm={() => withdraw.run({ params: { versionId: version.id }, body: {} })}
        />
      )}
      {abilities.submit && (
        <Button type="primary" onClick={() => setOpen('submit')}>
          {texts.submitFiling}
        </Button>
      )}
      {abilities.decide && (
        <Button type="primary" onClick={() => setOpen('decide')}>
          {texts.decideFiling}
        </Button>
      )}
      {open === 'submit' && <SubmitFiling version={version} onClose={() => setOpen(null)} />}
      {open === 'decide' && <DecideFiling version={version} onClose={() => setOpen(null)} />}
    </>
  );
}
