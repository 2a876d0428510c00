import type { targets } from '@mingji/contract';
import { Badge } from 'antd';
import type { z } from 'zod';
import { Panel } from '../../components/panel.tsx';
import styles from './targets.module.css';

type Child = z.infer<typeof targets.childStanding>;

interface ElevatorProps {
  /** From the top down to here. */
  readonly floors: readonly { readonly id: string; readonly name: string }[];
  /** Where one stands when it is not the last floor: the officer. */
  readonly last?: string;
  readonly below: readonly Child[];
  readonly onUnit: (unitId: string) => void;
  readonly onOfficer: (officerId: string) => void;
}

/** Up and down through the levels: above, here, below. */
export function Elevator({ floors, last, below, onUnit, onOfficer }: ElevatorProps) {
  const units = below.filter((child) => child.kind === 'unit');
  const officers = below.filter((child) => child.kind === 'officer');
  return (
    <Panel>
      <ol className={styles.floors} aria-label="所在层级">
        {floors.map((floor, index) => {
          const here = last === undefined && index === floors.length - 1;
          return (
            <li
              key={floor.id}
              className={here ? styles.here : undefined}
              aria-current={here ? 'location' : undefined}
            >
              {here ? (
                floor.name
              ) : (
                <button type="button" className="mj-link" onClick={() => onUnit(floor.id)}>
                  {floor.name}
                </button>
              )}
            </li>
          );
        })}
        {last !== undefined && (
          <li className={styles.here} aria-current="location">
            {last}
          </li>
        )}
      </ol>
      {units.length > 0 && (
        <>
          <h3 className={styles.heading}>下级单位（{units.length}）</h3>
          <Children items={units} onOpen={onUnit} />
        </>
      )}
      {officers.length > 0 && (
        <>
          <h3 className={styles.heading}>本单位民警（{officers.length}）</h3>
          <Children items={officers} onOpen={onOfficer} />
        </>
      )}
    </Panel>
  );
}

function Children({
  items,
  onOpen,
}: {
  readonly items: readonly Child[];
  readonly onOpen: (id: string) => void;
}) {
  return (
    <ul className={styles.children}>
      {items.map((child) => (
        <li key={child.id}>
          <button type="button" className={styles.child} onClick={() => onOpen(child.id)}>
            <span className={styles.childName}>
              {child.name}{' '}
              <span className="mj-quiet">
                {child.kind === 'unit' ? `${child.headCount} 人` : child.position}
              </span>
            </span>
            {child.unopened > 0 && <span className={styles.waiting}>{child.unopened} 项未查收</span>}
            <Badge count={child.targets} color="#566272" showZero title={`${child.targets} 项目标`} />
          </button>
        </li>
      ))}
    </ul>
  );
}
