import type { submissions } from '@mingji/contract';
import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { classNames } from '../../components/class-names.ts';
import { DateText } from '../../components/date-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { quantityText } from '../Submissions/texts.ts';
import styles from './review-page.module.css';
import { mayTick } from './use-ticked.ts';

interface QueueListProps {
  readonly items: readonly submissions.SubmissionView[];
  readonly chosenId: string | null;
  readonly ticked: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  readonly onTick: (item: submissions.SubmissionView) => void;
}

/** Oldest first; what needs the reviewer's own points cannot be ticked. */
export function QueueList({ items, chosenId, ticked, onChoose, onTick }: QueueListProps) {
  const chosen = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moved, so the list follows it.
  useEffect(() => {
    // In newer browsers scrolling answers with a promise, which is no clean-up.
    void chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  return (
    <ul className={styles.queue} aria-label="待审核">
      {items.map((item) => (
        <li
          key={item.id}
          ref={item.id === chosenId ? chosen : null}
          className={classNames(item.id === chosenId && styles.chosen)}
          aria-current={item.id === chosenId ? 'true' : undefined}
        >
          <Checkbox
            aria-label={`选择 ${item.title}`}
            checked={ticked.has(item.id)}
            disabled={!mayTick(item)}
            onChange={() => onTick(item)}
          />
          <button type="button" className={styles.open} onClick={() => onChoose(item.id)}>
            <span className={styles.title}>{item.title}</span>
            <span className="mj-quiet">
              {item.subject.name} · {item.subject.unit.name}
            </span>
            <span className="mj-quiet">
              {item.indicator.name} {item.eventName ?? ''} {quantityText(item)} ·{' '}
              <DateText value={item.occurredOn} />
            </span>
            <span>
              {item.late && <LookTag look="returned" label="逾期" />}{' '}
              {item.version > 1 && <LookTag look="running" label={`第 ${item.version} 版`} />}{' '}
              {!item.plain && <LookTag look="draft" label="需评分" />}{' '}
              {item.overdue && <LookTag look="refused" label="审核超时" />}{' '}
              {item.standsInForName && <LookTag look="running" label={`代${item.standsInForName}`} />}{' '}
              {item.taken && (
                <LookTag look="waiting" label={item.taken.mine ? '我已受理' : `${item.taken.byName}受理中`} />
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
