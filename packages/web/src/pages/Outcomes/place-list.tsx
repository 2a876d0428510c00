import type { outcomes } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import styles from './outcomes.module.css';

interface PlaceListProps {
  readonly title: string;
  readonly periodId: string;
  readonly places: readonly outcomes.ListedPlace[];
  readonly honour?: boolean;
}

/** One list of a group: place, who, score; the score opens its explanation where the reader may see it. */
export function PlaceList({ title, periodId, places, honour = false }: PlaceListProps) {
  return (
    <section>
      <h3 className={styles.head}>{title}</h3>
      {places.length === 0 && <p className="mj-quiet">没有可显示的对象。</p>}
      <ol className={styles.list}>
        {places.map(({ subject, rank, score, mayOpen }) => (
          <li key={subject.id}>
            <span className={honour ? styles.honour : styles.rank}>第 {rank}</span>
            <span>
              {subject.name}
              {subject.kind === 'officer' && <span className={styles.unit}>{subject.unitName}</span>}
            </span>
            <span className={styles.score}>
              {mayOpen ? (
                <Link to={`/results/${periodId}/${subject.kind}/${subject.id}`}>{score ?? '—'}</Link>
              ) : (
                (score ?? '—')
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
