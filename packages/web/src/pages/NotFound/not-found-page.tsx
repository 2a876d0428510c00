import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { messages } from '../../app/messages.ts';
import { EmptyState } from '../../components/empty-state.tsx';

export function NotFoundPage() {
  useEffect(() => {
    document.title = `没有找到页面 · ${messages.product}`;
  }, []);
  return (
    <EmptyState
      title="没有找到这个页面"
      how="地址可能有误，或者页面已经移走。请从导航进入，或回到首页。"
      action={
        <Link to="/">
          <Button type="primary">{messages.actions.home}</Button>
        </Link>
      }
    />
  );
}
