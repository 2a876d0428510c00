import { signedPoints, signOf } from '../app/format-points.ts';
import styles from './points-text.module.css';

interface PointsTextProps {
  /** A decimal as text, negative for a deduction. */
  readonly points: string;
}

/** Points added or deducted: the sign says it, the colour only repeats it. */
export function PointsText({ points }: PointsTextProps) {
  return <span className={styles[signOf(points)]}>{signedPoints(points)}</span>;
}
