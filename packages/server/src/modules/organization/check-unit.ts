import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

export const MAX_LEVEL = 5;

/** Two units cannot answer to one code, or be told apart by no name under the same parent. */
export async function refuseTakenUnit(
  tx: Tx,
  bureauId: string,
  unit: {
    readonly id: string | null;
    readonly parentId: string | null;
    readonly code: string;
    readonly name: string;
  },
): Promise<void> {
  const taken = await tx
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'parent_id', 'abolished_on'])
    .where('bureau_id', '=', bureauId)
    .where((where) => where.or([where('code', '=', unit.code), where('name', '=', unit.name)]))
    .execute();
  const others = taken.filter((other) => other.id !== unit.id);
  const sameCode = others.find((other) => other.code === unit.code);
  const sameName = others.find(
    (other) => other.name === unit.name && other.parent_id === unit.parentId && other.abolished_on === null,
  );
  const problems = [];
  if (sameCode) {
    problems.push({
      path: 'code',
      message: `机构代码 ${unit.code} 已用于“${sameCode.name}”，请核对后更换代码。`,
    });
  }
  if (sameName) {
    problems.push({
      path: 'name',
      message: `同一上级下已有“${unit.name}”（${sameName.code}），请更换名称或先撤销原机构。`,
    });
  }
  const [first] = problems;
  if (first) throw new Refusal('conflict', first.message, problems);
}

export function refuseTooDeep(level: number): void {
  if (level > MAX_LEVEL) {
    throw new Refusal('refused', '机构最多五级（五级权限），请选择更高一级的上级机构。', [
      { path: 'parentId', message: '超过五级' },
    ]);
  }
}
