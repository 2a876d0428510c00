import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { queryClient } from '../api/query-client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { useLargeType } from './large-type.ts';
import { messages } from './messages.ts';
import { cutByPaste } from './paste-notice.ts';
import { SessionProvider } from './session.tsx';
import { themeFor } from './theme.ts';

/** Theme, language, cache and session around everything. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const large = useLargeType();
  const theme = useMemo(() => themeFor(large), [large]);
  useLayoutEffect(() => {
    document.documentElement.dataset.type = large ? 'large' : 'normal';
  }, [large]);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      renderEmpty={() => <EmptyState title="暂无内容" />}
    >
      <App style={{ height: '100%' }} notification={{ placement: 'topRight' }} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <PasteNotice />
          <SessionProvider>{children}</SessionProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

/** A browser cuts a pasted text to the length of the field without a word: here it is said, for every field. */
function PasteNotice() {
  const { message } = App.useApp();
  useEffect(() => {
    const pasted = ({ target, clipboardData }: ClipboardEvent) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      const cut = cutByPaste(target, clipboardData?.getData('text') ?? '');
      if (cut > 0) message.warning(messages.states.pasteCut(target.maxLength, cut), 8);
    };
    addEventListener('paste', pasted, true);
    return () => removeEventListener('paste', pasted, true);
  }, [message]);
  return null;
}
