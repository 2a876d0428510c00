import type { results } from '@mingji/contract';
import { classNames } from '../../components/class-names.ts';
import { ScoreText } from '../../components/score-text.tsx';
import { type BarPlace, itemBars } from './item-bar.ts';
import styles from './item-scores.module.css';

interface ItemScoresProps {
  readonly items: results.ResultView['items'];
}

/** The items of one result, compact, each with its bar; an accumulating rule set has no marks column. */
export function ItemScores({ items }: ItemScoresProps) {
  const bars = itemBars(items);
  const withMarks = items.some((item) => item.marks !== null);
  return (
    <div className={styles.scroll}>
      <table className={styles.items}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {withMarks && (
              <th scope="col" className={styles.number}>
                满分
              </th>
            )}
            <th scope="col" className={styles.number}>
              得分
            </th>
            <th scope="col" className={styles.picture}>
              <span className="mj-visually-hidden">图示</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={item.code}>
              <th scope="row">{item.name}</th>
              {withMarks && <td className={styles.number}>{item.marks ?? '—'}</td>}
              <td className={styles.number}>
                <ScoreText score={item.score} />
              </td>
              <td className={styles.picture}>
                <Bar place={bars[index] ?? null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ place }: { readonly place: BarPlace | null }) {
  if (!place) return null;
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={classNames(styles.bar, place.minus && styles.minus)}
        style={{ left: `${place.left}%`, width: `${place.width}%` }}
      />
    </span>
  );
}
