import { PageHeader } from '../../components/page-header.tsx';
import { PressesTab } from './presses-tab.tsx';

/** What one was pressed for; opened to answer. */
export function MyPressesPage() {
  return (
    <>
      <PageHeader title="收到的催办" description="上级催办您或本单位的事项，请办理并说明情况。" />
      <PressesTab view="toMe" />
    </>
  );
}
