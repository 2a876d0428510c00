import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  LockOutlined,
  MinusCircleOutlined,
  StarOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import styles from './status-tag.module.css';

/** The closed set of looks; each has an icon of its own, so that colour is never the only sign. */
const looks = {
  draft: EditOutlined,
  waiting: ClockCircleOutlined,
  running: SyncOutlined,
  good: CheckCircleOutlined,
  refused: CloseCircleOutlined,
  returned: ExclamationCircleOutlined,
  ended: MinusCircleOutlined,
  sealed: LockOutlined,
  /** Red lines and overdue only. */
  redLine: ExclamationCircleOutlined,
  /** Honours only. */
  honour: StarOutlined,
} as const satisfies Record<string, ComponentType>;

export type StatusLook = keyof typeof looks;
/** A page's own states, each with its label and look; complete by type. */
export type StatusMap<S extends string> = Readonly<
  Record<S, { readonly label: string; readonly look: StatusLook }>
>;

interface StatusTagProps<S extends string> {
  readonly map: StatusMap<S>;
  readonly state: S;
}

export function StatusTag<S extends string>({ map, state }: StatusTagProps<S>) {
  const { label, look } = map[state];
  return <LookTag look={look} label={label} />;
}

/** The same look without a map, for one-off marks. */
export function LookTag({ look, label }: { readonly look: StatusLook; readonly label: string }) {
  const Icon = looks[look];
  return (
    <span className={`${styles.tag} ${styles[look]}`}>
      <Icon aria-hidden /> {label}
    </span>
  );
}
