import { FontSizeOutlined } from '@ant-design/icons';
import { setLargeType, useLargeType } from '../app/large-type.ts';
import styles from './large-type-button.module.css';

/** Standard type is 14 px, large type 18 px. */
export function LargeTypeButton() {
  const large = useLargeType();
  return (
    <button type="button" className={styles.button} aria-pressed={large} onClick={() => setLargeType(!large)}>
      <FontSizeOutlined aria-hidden /> {large ? '标准字' : '大字'}
    </button>
  );
}
