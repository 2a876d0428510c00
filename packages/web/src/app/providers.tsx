import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { queryClient } from '../api/query-client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { useLargeType } from './large-type.ts';
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
          <SessionProvider>{children}</SessionProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
