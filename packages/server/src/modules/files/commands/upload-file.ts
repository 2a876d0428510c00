import type { files } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { cleanName } from '../clean-name.ts';
import { presentAttachment } from '../present.ts';
import { type EarlierUse, earlierUses } from '../queries/earlier-uses.ts';
import { recognizeFile } from '../recognize-file.ts';
import { storeFile } from '../store-file.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface Uploaded {
  readonly file: files.AttachmentView;
  readonly earlierUses: EarlierUse[];
}

/** Takes one attachment. It belongs to nothing yet and is seen by its uploader only. */
export async function uploadFile(ctx: Ctx, upload: Upload): Promise<Uploaded> {
  const recognized = await recognizeFile(upload.bytes);
  if (!recognized.ok) throw new Refusal('unsupportedFile', recognized.reason);
  const { mediaType, extension } = recognized.file;
  const name = cleanName(upload.name, extension);
  return runCommand(ctx, { name: 'file.upload', content: null }, async (tx) => {
    const stored = await storeFile(tx, ctx, { name, bytes: upload.bytes, mediaType });
    const file = presentAttachment({
      id: stored.id,
      name,
      media_type: mediaType,
      size_bytes: stored.sizeBytes,
      uploaded_at: ctx.now,
      uploaded_by_name: ctx.actor.displayName,
    });
    const uses = await earlierUses(tx, ctx, { fileIds: [stored.id], onlyOwnNames: true });
    return {
      result: { file, earlierUses: uses.get(stored.id) ?? [] },
      audit: {
        action: 'file.uploaded',
        subjectKind: 'file',
        subjectId: stored.id,
        summary: `上传附件“${name}”`,
        detail: { sm3: stored.sm3.toString('hex'), mediaType, sizeBytes: stored.sizeBytes },
      },
    };
  });
}
