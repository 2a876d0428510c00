import { CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import styles from './rule-sets.module.css';

/** A fault that must be mended, or a flag that wants a look: two shapes, not only two colours. */
export function FlagIcon({ wrong }: { readonly wrong: boolean }) {
  return wrong ? (
    <CloseCircleOutlined className={styles.wrong ?? ''} aria-label="须改正" />
  ) : (
    <WarningOutlined className={styles.flag ?? ''} aria-label="提示" />
  );
}
