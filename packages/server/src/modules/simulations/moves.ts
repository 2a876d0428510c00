import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { simulations } from '@mingji/contract';
import {
  absolute,
  compare,
  compareText,
  type Exact,
  isZero,
  type RuleSet,
  type Standing,
  type SubjectMove,
  ZERO,
} from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { printedScore } from '../results/index.ts';
import type { SealedName } from './sealed-names.ts';
import { toldPoints } from './told-points.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);
const MAX_BYTES = 256 * 1024 * 1024;

/** A move with the names its period was sealed with. */
export interface NamedMove extends SubjectMove {
  readonly named: SealedName;
}

interface Rules {
  readonly oldRules: RuleSet;
  readonly newRules: RuleSet;
}

/** Everybody whose score, rank or grade moves: the largest movement first. */
export function presentMoves(rules: Rules, moves: readonly NamedMove[]): simulations.SubjectMoveView[] {
  return moves
    .filter(isMoved)
    .sort(byMovement)
    .map((move) => ({
      subjectId: move.subject,
      subjectKind: move.kind,
      code: move.code,
      ...move.named,
      before: standing(rules.oldRules, move.before),
      after: standing(rules.newRules, move.after),
      difference: move.difference === null ? null : toldPoints(move.difference),
      causes: move.causes.map(({ change, place, code, name, amount }) => ({
        change,
        place,
        code,
        name,
        amount: toldPoints(amount),
      })),
    }));
}

function isMoved({ before, after, difference }: SubjectMove): boolean {
  return (
    before.score.state !== after.score.state ||
    before.rank !== after.rank ||
    before.grade !== after.grade ||
    (difference !== null && !isZero(difference))
  );
}

/** Who is scored only under one of the two moved furthest of all. */
function byMovement(a: SubjectMove, b: SubjectMove): number {
  return (
    Number(stateMoved(b)) - Number(stateMoved(a)) ||
    compare(size(b), size(a)) ||
    ranksMoved(b) - ranksMoved(a) ||
    compareText(a.code, b.code)
  );
}

const stateMoved = ({ before, after }: SubjectMove) => before.score.state !== after.score.state;
const size = ({ difference }: SubjectMove): Exact => (difference === null ? ZERO : absolute(difference));
const ranksMoved = ({ before, after }: SubjectMove) => Math.abs((before.rank ?? 0) - (after.rank ?? 0));

function standing(rules: RuleSet, { score, rank, grade }: Standing): simulations.SubjectMoveView['before'] {
  return {
    state: score.state,
    value: score.state === 'scored' ? printedScore(rules, score.value) : null,
    rank,
    grade,
  };
}

export async function packMoves(moves: readonly simulations.SubjectMoveView[]): Promise<Buffer> {
  return compress(Buffer.from(JSON.stringify(moves)));
}

/** The stored moves of one period; null when the period was not tried. */
export async function storedMoves(
  reader: Reader,
  simulationId: string,
  periodId: string,
): Promise<simulations.SubjectMoveView[] | null> {
  const row = await reader
    .selectFrom('simulation_period')
    .select('moves_gzip')
    .where('simulation_id', '=', simulationId)
    .where('period_id', '=', periodId)
    .executeTakeFirst();
  if (!row) return null;
  const bytes = await decompress(row.moves_gzip, { maxOutputLength: MAX_BYTES });
  return JSON.parse(bytes.toString('utf8')) as simulations.SubjectMoveView[];
}
