import { files } from '@mingji/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../../context.ts';
import { downloadRoute } from '../../plugins/download-route.ts';
import { route } from '../../plugins/route.ts';
import { Refusal } from '../../refusal.ts';
import { type Upload, uploadFile } from './commands/upload-file.ts';
import { previewOf } from './present.ts';
import { findReadableFile } from './queries/find-readable-file.ts';

export function registerFileRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, files.uploadFile, async (ctx, _received, { request }) =>
    uploadFile(ctx, await readUpload(request)),
  );
  downloadRoute(
    app,
    deps,
    files.downloadFile,
    { action: 'file.downloaded', subjectKind: 'file', subjectId: ({ params }) => params.fileId },
    async (ctx, { params, query }) => {
      const file = await findReadableFile(ctx, params.fileId);
      return {
        name: file.name,
        mediaType: file.media_type,
        bytes: await deps.files.open(file.sm3),
        size: file.size_bytes,
        shown: query.inline === '1' && previewOf(file.media_type) !== 'none',
      };
    },
  );
}

/** The one part named `file`; a file beyond the limit is refused while it is still coming in. */
async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('invalid', '请以文件上传方式提交附件。');
  try {
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new Refusal('invalid', '没有收到文件，请重新选择。');
    return { name: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new Refusal('tooLarge', '附件超过 20 MB。请压缩图片或视频，或分成几个文件后再上传。');
    }
    throw error;
  }
}
