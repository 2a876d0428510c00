import type { results } from '@mingji/contract';
import { signedPoints } from '../../app/format-points.ts';
import { PointsText } from '../../components/points-text.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import styles from './comparison-table.module.css';
import { RankingPlace } from './ranking-place.tsx';

type Compared = ReturnType<typeof results.compareSubjects.response.parse>;
type Part = Compared['modules'][number];
type Item = Part['items'][number];

/** Both sides, what lies between them, and below each differing item the entries that make it. */
export function ComparisonTable({ compared }: { readonly compared: Compared }) {
  const { left, right, sameGroup } = compared;
  const single = compared.modules.length < 2;
  return (
    <>
      {!sameGroup && <p className="mj-quiet">两者不在同一序列或同一组，名次不可直接比较。</p>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <SideHead side={left} />
              <SideHead side={right} />
              <th scope="col" className={styles.number}>
                差距
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className={styles.total}>
              <th scope="row">总分</th>
              <td className={styles.number}>
                <ScoreText score={left.score} strong />
              </td>
              <td className={styles.number}>
                <ScoreText score={right.score} strong />
              </td>
              <td className={styles.number}>
                <Difference value={compared.difference} />
              </td>
            </tr>
            {compared.modules.map((module) => (
              <ModuleRows
                key={module.code}
                module={module}
                withHead={!single}
                names={[left.name, right.name]}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!(left.mayOpen && right.mayOpen) && (
        <p className="mj-quiet" style={{ margin: '8px 0 0' }}>
          “不公开”：分项得分只向本人、本单位和上级公开，总分和名次不受影响。
        </p>
      )}
    </>
  );
}

function SideHead({ side }: { readonly side: Compared['left'] }) {
  return (
    <th scope="col" className={styles.number}>
      <div>{side.name}</div>
      <small className="mj-quiet">
        {side.sequenceName ?? '未编入序列'} <RankingPlace place={side} />
      </small>
    </th>
  );
}

interface ModuleRowsProps {
  readonly module: Part;
  readonly withHead: boolean;
  readonly names: readonly [string, string];
}

function ModuleRows({ module, withHead, names }: ModuleRowsProps) {
  return (
    <>
      {withHead && <PartRow part={module} strong />}
      {module.items.map((item) => (
        <ItemRows key={item.code} item={item} names={names} indent={withHead} />
      ))}
    </>
  );
}

function ItemRows(props: { item: Item; names: readonly [string, string]; indent: boolean }) {
  const { item, names, indent } = props;
  return (
    <>
      <PartRow part={item} indent={indent} />
      {item.entries.length > 0 && (
        <tr className={styles.entries}>
          <td colSpan={4}>
            <ul>
              {item.entries.map((entry) => (
                <li key={`${entry.side} ${entry.id}`}>
                  {entry.side === 'left' ? names[0] : names[1]}：{entry.indicatorName}{' '}
                  <PointsText points={entry.points} />，{entry.reason}（{entry.by}）
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

function PartRow({ part, strong, indent }: { part: Part | Item; strong?: boolean; indent?: boolean }) {
  const name = part.marks === null ? part.name : `${part.name}（${part.marks}）`;
  return (
    <tr className={strong ? styles.module : undefined}>
      <th scope="row" className={indent ? styles.indent : undefined}>
        {name}
      </th>
      <td className={styles.number}>
        <Side score={part.left} />
      </td>
      <td className={styles.number}>
        <Side score={part.right} />
      </td>
      <td className={styles.number}>
        <Difference value={part.difference} />
      </td>
    </tr>
  );
}

function Side({ score }: { readonly score: results.ScoreView | null }) {
  return score === null ? <span className="mj-quiet">不公开</span> : <ScoreText score={score} />;
}

/** The sign says who is ahead: plus is the left one. */
function Difference({ value }: { readonly value: string | null }) {
  if (value === null) return <span className="mj-quiet">—</span>;
  if (Number(value) === 0) return <span className="mj-quiet">持平</span>;
  return <strong className="mj-number">{signedPoints(value)}</strong>;
}
