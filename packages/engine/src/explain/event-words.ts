import { absolute, add, type Exact, equals, multiply, ONE, sign, subtract, ZERO } from '../kernel/exact.ts';
import type { TraceNode } from '../rules/trace.ts';
import { EFFECT_NAMES } from './effect-names.ts';
import { gainOrLoss, operand, pointsWords, signedWords, textOperand, words } from './number-words.ts';

/** What an entry is called, by its id: §3 tells which one counts instead of which. */
export type EntryNames = ReadonlyMap<string, string>;

/** Names of every entry of a subject; the pointers of §3 lead across indicators. */
export function entryNames(trace: TraceNode): EntryNames {
  const names = new Map<string, string>();
  const visit = (node: TraceNode, indicator: string): void => {
    const own = node.kind === 'indicator' ? (node.name ?? '') : indicator;
    for (const id of node.entries) names.set(id, textOperand(node, 'event') ?? own);
    for (const child of node.children) visit(child, own);
  };
  visit(trace, '');
  return names;
}

/** The points by the entry's own rule, before §3. */
function ownPoints(node: TraceNode): Exact {
  return operand(node, 'own') ?? node.amount;
}

function factorWords(node: TraceNode): string {
  const factor = operand(node, 'factor');
  if (factor === undefined) return '';
  const because = textOperand(node, 'multipliers');
  return ` ×${words(factor)}${because === undefined ? '' : `（${because}）`}`;
}

/** ×0.2 where the sentence says 扣 anyway; ×-0.2 where it says 加. */
function timesWords(points: Exact, verb: number): string {
  return sign(points) === 0 || sign(points) === verb ? words(absolute(points)) : signedWords(points);
}

/** Whether quantity × points says it all: a share of a split matter and a capped lateness do not. */
function isPlain(node: TraceNode): boolean {
  const points = operand(node, 'unitPoints');
  if (points === undefined) return true;
  const product = multiply(
    multiply(points, operand(node, 'quantity') ?? ONE),
    operand(node, 'factor') ?? ONE,
  );
  return equals(product, ownPoints(node));
}

function limitedWords(node: TraceNode): string {
  if (isPlain(node)) return '';
  const own = words(absolute(ownPoints(node)));
  return operand(node, 'standard') === undefined ? `，以 ${own} 分为限` : `，分得 ${own} 分`;
}

function lateWords(node: TraceNode, late: Exact, verb: number): string {
  const steps = operand(node, 'quantity') ?? ZERO;
  const points = operand(node, 'unitPoints') ?? ZERO;
  const head = `逾期 ${words(late)} ${node.facts.by === 'workingDay' ? '个工作日' : '天'}`;
  const each = equals(late, steps) ? '' : `，${words(steps)} 档`;
  return `${head}${each} ×${timesWords(points, verb)}${factorWords(node)}${limitedWords(node)}`;
}

/** 3 处瑕疵 ×0.2: what happened, how often, and what each one counts. */
function operandWords(node: TraceNode, quantity: Exact, verb: number): string {
  const name = textOperand(node, 'event') ?? '';
  const effect = textOperand(node, 'effect');
  if (effect !== undefined) return `${words(quantity)} 次${name}，后果为“${EFFECT_NAMES[effect] ?? effect}”`;
  const late = operand(node, 'daysLate');
  if (late !== undefined) return lateWords(node, late, verb);
  const points = operand(node, 'unitPoints') ?? ZERO;
  const times = ` ×${timesWords(points, verb)}${factorWords(node)}`;
  if (node.facts.nth !== undefined) return `${name}${times}`;
  const [min, max] = [operand(node, 'min'), operand(node, 'max')];
  const range =
    min === undefined || max === undefined ? '' : `（在 ${words(min)} 至 ${pointsWords(max)}之间评定）`;
  const what = range === '' ? name : '';
  return `${words(quantity)} ${textOperand(node, 'unit') ?? '次'}${what}${times}${range}${limitedWords(node)}`;
}

/** §3: who counts instead. Nothing when the entry counts by itself. */
function matterWords(node: TraceNode, names: EntryNames): string {
  if (node.standsIn === undefined) return '';
  if (node.standsIn !== 'prior') return `同一事项以“${names.get(node.standsIn) ?? '另一条记录'}”计，不重复计`;
  if (sign(node.amount) === 0) return '同一事项以前周期已计，本期不再计';
  const booked = absolute(subtract(ownPoints(node), node.amount));
  return `同一事项以前周期已计 ${pointsWords(booked)}，本期计 ${pointsWords(absolute(node.amount))}`;
}

function reasonWords(node: TraceNode): string {
  const reason = textOperand(node, 'reason');
  return reason === undefined ? '' : `，理由：${reason}`;
}

/** The line of one entry. */
export function eventWords(node: TraceNode, names: EntryNames): string {
  const own = ownPoints(node);
  const head = node.kind === 'adjustment' ? '调整' : operandWords(node, entryQuantity(node), sign(own));
  const matter = matterWords(node, names);
  if (matter !== '') return `${head}，${matter}${reasonWords(node)}`;
  if (textOperand(node, 'effect') !== undefined) return `${head}，不计分${reasonWords(node)}`;
  const points = node.kind === 'adjustment' ? gainOrLoss(own) : `，${gainOrLoss(own)}`;
  return `${head}${points}${reasonWords(node)}`;
}

function entryQuantity(node: TraceNode): Exact {
  return operand(node, 'quantity') ?? ONE;
}

/** Entries that are told as one: the same event at the same points, standing or standing down alike. */
function groupKey(node: TraceNode, names: EntryNames): string {
  const alone = !isPlain(node) || node.facts.daysLate !== undefined || node.standsIn === 'prior';
  const points = operand(node, 'unitPoints') ?? ZERO;
  return JSON.stringify([
    textOperand(node, 'event') ?? '',
    textOperand(node, 'unit') ?? '',
    words(points),
    factorWords(node),
    node.standsIn === undefined ? null : (names.get(node.standsIn) ?? ''),
    alone ? node.entries : null,
  ]);
}

/** Events of one indicator in a few words, the same ones counted together: 3 处瑕疵 ×0.2，1 份不合格卷 ×2. */
export function eventGroups(nodes: readonly TraceNode[], verb: number, names: EntryNames): string[] {
  const groups = new Map<string, { readonly node: TraceNode; quantity: Exact }>();
  for (const node of nodes) {
    const key = groupKey(node, names);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { node, quantity: entryQuantity(node) });
    else known.quantity = add(known.quantity, entryQuantity(node));
  }
  return [...groups.values()].map(({ node, quantity }) => {
    const matter = matterWords(node, names);
    const head = operandWords(node, quantity, verb === 0 ? sign(ownPoints(node)) : verb);
    return matter === '' ? head : `${head}（${matter}）`;
  });
}
