import { randomUUID } from 'node:crypto';
import type { reviewDuties } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { ownerRouteViews, ruleSetsToRoute } from '../queries/list-owner-routes.ts';

type Input = z.output<typeof reviewDuties.addOwnerRoute.body>;

/** Says which department of the subject's own line reviews an indicator; only the office of the method may. */
export async function addOwnerRoute(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'review.addRoute', requestId, content }, async (tx) => {
    const method = await findMethod(tx, ctx, input.ruleSetId);
    await requireIndicator(tx, ctx, input);
    const resolved = await departmentsCalled(tx, ctx, method.path, input);
    if (resolved.length === 0) {
      const message = `第 ${input.fromLevel} 级以上没有名称或别名为“${input.ownerName}”的部门，请核对名称，或先在“机构人员”中补充别名`;
      throw new Refusal('refused', `${message}。`, [{ path: 'ownerName', message }]);
    }
    const id = randomUUID();
    const added = await tx
      .insertInto('owner_route')
      .values({
        id,
        bureau_id: ctx.actor.bureauId,
        rule_set_id: input.ruleSetId,
        indicator_code: input.indicatorCode ?? null,
        from_level: input.fromLevel,
        owner_name: input.ownerName,
        set_by: ctx.actor.accountId,
        set_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) {
      throw new Refusal('conflict', '该办法的这个指标在这一级已有流转规则。请先删除原规则，再增加新的。');
    }
    const [route] = await ownerRouteViews(tx, ctx, sql<boolean>`r.id = ${id}`);
    if (!route) throw new Error('the route just made is not there');
    return {
      result: { route, resolved },
      audit: {
        action: 'review.routeAdded',
        subjectKind: 'ruleSet',
        subjectId: input.ruleSetId,
        summary: `“${method.name}”第 ${input.fromLevel} 级及以下由“${input.ownerName}”审核`,
        detail: { indicatorCode: input.indicatorCode ?? null },
      },
    };
  });
}

export async function removeOwnerRoute(ctx: Ctx, routeId: string, requestId: string): Promise<{ ok: true }> {
  return runCommand(ctx, { name: 'review.removeRoute', requestId, content: { routeId } }, async (tx) => {
    const route = await tx
      .selectFrom('owner_route')
      .select(['rule_set_id', 'owner_name'])
      .where('bureau_id', '=', ctx.actor.bureauId)
      .where('id', '=', routeId)
      .executeTakeFirst();
    if (!route) throw notFound('流转规则');
    await findMethod(tx, ctx, route.rule_set_id);
    await tx.deleteFrom('owner_route').where('id', '=', routeId).execute();
    return {
      result: { ok: true as const },
      audit: {
        action: 'review.routeRemoved',
        subjectKind: 'ruleSet',
        subjectId: route.rule_set_id,
        summary: `删除由“${route.owner_name}”审核的流转规则`,
      },
    };
  });
}

async function findMethod(reader: Reader, ctx: Ctx, ruleSetId: string) {
  const method = await reader
    .selectFrom('rule_set')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select(['rule_set.name', 'unit.path'])
    .where('rule_set.bureau_id', '=', ctx.actor.bureauId)
    .where('rule_set.id', '=', ruleSetId)
    .executeTakeFirst();
  if (!method) throw notFound('考核办法');
  requireAccess(ctx, 'ruleSet.edit', { unitPath: method.path });
  return method;
}

async function requireIndicator(reader: Reader, ctx: Ctx, input: Input): Promise<void> {
  if (input.indicatorCode === undefined) return;
  const [method] = await ruleSetsToRoute(reader, ctx, input.ruleSetId);
  if (method?.indicators.some(({ code }) => code === input.indicatorCode)) return;
  throw new Refusal('refused', `该办法没有代码为 ${input.indicatorCode} 的指标。请刷新后重新选择。`, [
    { path: 'indicatorCode', message: '办法中没有此指标' },
  ]);
}

/** The departments of that name below the method's unit: shown, so that the office sees whom the line reaches. */
async function departmentsCalled(reader: Reader, ctx: Ctx, path: string, input: Input) {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.name from unit u
    where u.bureau_id = ${ctx.actor.bureauId} and u.abolished_on is null and starts_with(u.path, ${path})
      and (u.name = ${input.ownerName} or exists (
        select from unit_alias a where a.bureau_id = u.bureau_id and a.unit_id = u.id and a.alias = ${input.ownerName}))
    order by u.path limit 200`.execute(reader);
  return rows;
}
