import { FlagIcon } from './flag-icon.tsx';
import styles from './rule-sets.module.css';

export interface Note {
  readonly text: string;
  readonly mend?: string;
  readonly wrong?: boolean;
}

/** What the checks and the linter say of what is being written. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return <p className="mj-quiet">没有问题，也没有提示。</p>;
  return (
    <ul className={styles.plain}>
      {notes.map((note) => (
        <li key={note.text} className={styles.note}>
          <p>
            <FlagIcon wrong={note.wrong === true} /> {note.text}
          </p>
          {note.mend && <p className="mj-quiet">改法：{note.mend}</p>}
        </li>
      ))}
    </ul>
  );
}
