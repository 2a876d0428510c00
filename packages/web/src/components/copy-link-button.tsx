import { LinkOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useIsPhone } from '../app/use-is-phone.ts';
import { sharedAddress } from './shared-address.ts';

interface CopyLinkButtonProps {
  /** What the address leaves to a default that changes with the months: the period shown, say. */
  readonly also?: Readonly<Record<string, string | null | undefined>>;
}

/** Puts the address of the page as it is filtered on the clipboard, to be sent to a colleague (P12). */
export function CopyLinkButton({ also = {} }: CopyLinkButtonProps) {
  const router = useRouter();
  const { message, modal } = App.useApp();
  const phone = useIsPhone();
  const copy = async () => {
    const address = sharedAddress(`${location.origin}${router.latestLocation.href}`, also);
    if (await toClipboard(address)) {
      message.success('链接已复制。对方须有相应权限才能打开。');
      return;
    }
    modal.info({ title: '请手工复制下面的链接', content: <code>{address}</code>, okText: '关闭' });
  };
  // The phone's browser shares pages itself, and one hand has no room for more.
  if (phone) return null;
  return (
    <Button icon={<LinkOutlined />} onClick={() => void copy()}>
      复制链接
    </Button>
  );
}

/** The newer way works over https only, which not every bureau's network has; the older one everywhere. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by the browser: the older way is tried.
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
