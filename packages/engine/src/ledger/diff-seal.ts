import { compareText } from '../kernel/compare-text.ts';
import { type CanonicalValue, canonicalJson } from './canonical-json.ts';

export interface SealDifference {
  /** `entries[e-17].points`, `results[u-3].score` */
  readonly path: string;
  readonly kind: 'changed' | 'missing' | 'added';
  /** Canonical JSON of the sealed and of the present value; null where there is none. */
  readonly sealed: string | null;
  readonly present: string | null;
  /** Chinese: names what differs. */
  readonly message: string;
}

const PARTS: Readonly<Record<string, string>> = {
  entries: '记录',
  results: '结果',
  subjects: '名单对象',
  ruleSet: '考核办法',
  period: '周期',
  sideFacts: '目标与其他事实',
  bureau: '单位',
  format: '格式',
};

/** Enough to see what happened; a wholly different content needs no longer list. */
const LIMIT = 1000;

function isRecord(value: CanonicalValue | undefined): value is { readonly [key: string]: CanonicalValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(
  path: readonly string[],
  kind: SealDifference['kind'],
  sealed: string | null,
  present: string | null,
) {
  const [part = '', id, ...field] = path;
  const where = `${PARTS[part] ?? part}${id === undefined ? '' : ` ${id}`}${field.length === 0 ? '' : ` 的 ${field.join('.')}`}`;
  if (kind === 'missing') return `${where} 在封存时存在，现在缺失`;
  if (kind === 'added') return `${where} 在封存时不存在，现在多出`;
  return `${where} 封存时为 ${sealed ?? ''}，现在为 ${present ?? ''}`;
}

function pathText([part = '', id, ...field]: readonly string[]): string {
  const keyed = part === 'entries' || part === 'results' || part === 'subjects';
  const head = id === undefined ? part : keyed ? `${part}[${id}]` : `${part}.${id}`;
  return [head, ...field].join('.');
}

/** Names what differs between the sealed canonical content and the present one; empty when nothing does. */
export function diffSeal(
  sealed: { readonly [key: string]: CanonicalValue },
  present: { readonly [key: string]: CanonicalValue },
): readonly SealDifference[] {
  const differences: SealDifference[] = [];
  const visit = (
    path: readonly string[],
    a: CanonicalValue | undefined,
    b: CanonicalValue | undefined,
  ): void => {
    if (differences.length >= LIMIT) return;
    if (isRecord(a) && isRecord(b)) {
      const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
      for (const key of [...keys].sort(compareText)) {
        visit(
          [...path, key],
          Object.hasOwn(a, key) ? a[key] : undefined,
          Object.hasOwn(b, key) ? b[key] : undefined,
        );
      }
      return;
    }
    const before = a === undefined ? null : canonicalJson(a);
    const after = b === undefined ? null : canonicalJson(b);
    if (before === after) return;
    const kind = before === null ? 'added' : after === null ? 'missing' : 'changed';
    differences.push({
      path: pathText(path),
      kind,
      sealed: before,
      present: after,
      message: describe(path, kind, before, after),
    });
  };
  visit([], sealed, present);
  return differences;
}
