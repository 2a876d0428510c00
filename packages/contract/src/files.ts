import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant } from './fields.ts';

const tag = '附件';
/** How a screen can show the file without leaving the page; everything else is downloaded. */
export const filePreview = z.enum(['image', 'pdf', 'audio', 'video', 'none']);

/** The same content handed in before, whoever did it and in whichever month (X10). */
export const earlierUse = z.strictObject({
  /** Null, like title, name and unit, where the reader may not see that submission. */
  submissionId: id.nullable(),
  title: z.string().nullable(),
  byName: z.string().nullable(),
  unitName: z.string().nullable(),
  periodLabel: z.string(),
  at: instant,
});
export type EarlierUse = z.infer<typeof earlierUse>;
export const attachmentView = z.strictObject({
  id,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  preview: filePreview,
  uploadedAt: instant,
  uploadedByName: z.string(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** One multipart part named `file`; what it may be is decided by its content. */
export const uploadFile = endpoint({
  method: 'POST',
  path: '/api/files',
  summary: '上传附件',
  tag,
  gate: 'file.upload',
  upload: true,
  response: z.strictObject({
    file: attachmentView,
    earlierUses: z.array(earlierUse).max(20).describe('此前提交过的相同文件；他人的只说明何时，不显示姓名'),
  }),
});
export const downloadFile = endpoint({
  method: 'GET',
  path: '/api/files/:fileId',
  summary: '下载附件',
  tag,
  gate: 'file.read',
  params: z.strictObject({ fileId: id }),
  query: z.strictObject({ inline: z.literal('1').optional() }),
  download: true,
});
/** Ids of uploaded files that go with a submission, an entry or an appeal. */
export const fileIds = z.array(id).max(20, '最多 20 个附件');
