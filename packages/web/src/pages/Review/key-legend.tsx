import { Modal } from 'antd';
import styles from './review-page.module.css';
import { REVIEW_KEYS } from './use-review-keys.ts';

export function KeyLegend({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal open title="键盘审核" footer={null} onCancel={onClose} width={460}>
      <dl className={styles.legend}>
        {REVIEW_KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
