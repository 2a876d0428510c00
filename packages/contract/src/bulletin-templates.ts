import { z } from 'zod';
import { bulletinContent, bulletinKind } from './bulletin-format.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, named, requestId } from './fields.ts';

const tag = '通报';

export const templateView = z.strictObject({
  unit: named,
  kind: bulletinKind,
  content: bulletinContent,
  /** Whose copy it is; null: the product's own. */
  copyOf: named.nullable(),
  /** 0 before the unit has a copy of its own. */
  revision: z.number().int(),
  updatedAt: instant.nullable(),
  updatedByName: z.string().nullable(),
});
export type TemplateView = z.infer<typeof templateView>;
const ofTemplate = z.strictObject({ unitId: id, kind: bulletinKind });
export const getTemplate = endpoint({
  method: 'GET',
  path: '/api/bulletin-templates/:unitId/:kind',
  summary: '通报模板',
  tag,
  gate: 'bulletin.draft',
  params: ofTemplate,
  response: z.strictObject({ template: templateView }),
});
export const saveTemplate = endpoint({
  method: 'PUT',
  path: '/api/bulletin-templates/:unitId/:kind',
  summary: '保存通报模板',
  tag,
  gate: 'bulletin.draft',
  params: ofTemplate,
  body: z.strictObject({ requestId, revision: z.number().int().nonnegative(), content: bulletinContent }),
  response: z.strictObject({ template: templateView }),
});
/** Removes the unit's own copy: that of the unit above, or the product's, holds again. */
export const resetTemplate = endpoint({
  method: 'POST',
  path: '/api/bulletin-templates/:unitId/:kind/reset',
  summary: '恢复默认通报模板',
  tag,
  gate: 'bulletin.draft',
  params: ofTemplate,
  body: z.strictObject({ requestId }),
  response: z.strictObject({ template: templateView }),
});
