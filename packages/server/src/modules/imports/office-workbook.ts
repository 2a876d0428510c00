import { buffer } from 'node:stream/consumers';
import type { Ctx } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import type { Workbook } from '../../spreadsheet/workbook.ts';

/** Unpacking is the slow part of judging again; the same bytes always give the same workbook. */
const KEPT = 4;
const kept = new Map<string, Promise<Workbook>>();

/** The workbook behind a stored file, or the refusal that says what is wrong with it. */
export async function officeWorkbook(ctx: Ctx, sm3: Buffer): Promise<Workbook> {
  const key = sm3.toString('hex');
  const found = kept.get(key) ?? read(ctx, sm3);
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  try {
    return await found;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

async function read(ctx: Ctx, sm3: Buffer): Promise<Workbook> {
  return openWorkbook(await buffer(await ctx.deps.files.open(sm3)));
}

export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Refusal('unsupportedFile', `${result.refusal.message}。`);
  return result.workbook;
}
