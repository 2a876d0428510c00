import { QuestionCircleOutlined } from '@ant-design/icons';
import type { ScoreState } from '@mingji/engine';
import { messages } from '../app/messages.ts';
import { classNames } from './class-names.ts';
import styles from './score-text.module.css';

export interface ShownScore {
  readonly state: ScoreState;
  /** The decimal as the server rounded it; nothing is rounded here. */
  readonly value?: string | null | undefined;
}

interface ScoreTextProps {
  readonly score: ShownScore;
  /** Opens the explanation: a score is never naked. */
  readonly onWhy?: () => void;
  readonly strong?: boolean;
  /** Writes 分 behind the number. */
  readonly measure?: boolean;
}

/** §1: not yet scored, exempt, not applicable and 0 are four different things, told in words. */
export function scoreWords(score: ShownScore): string {
  if (score.state === 'scored') return score.value?.replace('-', '−') ?? messages.scores.notScored;
  return messages.scores[score.state];
}

export function ScoreText({ score, onWhy, strong, measure }: ScoreTextProps) {
  const scored = score.state === 'scored';
  const words = (
    <>
      {scoreWords(score)}
      {scored && measure && <span className={styles.measure}> {messages.scores.points}</span>}
    </>
  );
  const look = classNames(styles.score, !scored && styles.state, strong && styles.strong);
  if (!onWhy) return <span className={look}>{words}</span>;
  return (
    <button
      type="button"
      className={classNames(look, styles.why)}
      title={messages.actions.why}
      onClick={(event) => {
        event.stopPropagation();
        onWhy();
      }}
    >
      {words} <QuestionCircleOutlined aria-label={messages.actions.why} />
    </button>
  );
}
