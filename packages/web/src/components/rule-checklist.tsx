import { CheckCircleFilled, CloseCircleOutlined } from '@ant-design/icons';
import styles from './rule-checklist.module.css';

interface RuleChecklistProps {
  readonly rules: readonly { readonly key: string; readonly text: string; readonly met: boolean }[];
  /** Before anything is typed the list only informs. */
  readonly started: boolean;
}

/** Rules told before they are broken, ticked off while typing; the icon carries it, not the colour alone. */
export function RuleChecklist({ rules, started }: RuleChecklistProps) {
  return (
    <ul className={styles.list} aria-live="polite">
      {rules.map((rule) => (
        <li key={rule.key} className={started && rule.met ? styles.met : undefined}>
          {started && rule.met ? (
            <CheckCircleFilled aria-label="已满足" />
          ) : (
            <CloseCircleOutlined aria-label={started ? '未满足' : '要求'} />
          )}{' '}
          {rule.text}
        </li>
      ))}
    </ul>
  );
}
