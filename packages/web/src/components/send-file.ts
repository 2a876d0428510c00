import { files } from '@mingji/contract';
import { upload } from '../api/upload.ts';
import type { ShownFile } from './file-list.tsx';

export interface SentFile {
  readonly file: ShownFile;
  /** Said to the one who uploads: the same content was handed in before (X10). */
  readonly notice?: string | undefined;
}
export type SendFile = (
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
) => Promise<SentFile>;

export const sendEvidence: SendFile = async (file, onProgress, signal) => {
  const sent = await upload(files.uploadFile, { file, onProgress, signal });
  const earlier = sent.earlierUses[0];
  if (!earlier) return { file: sent.file };
  return {
    file: sent.file,
    notice:
      earlier.title === null
        ? `“${file.name}”的内容在${earlier.periodLabel}已由他人提交过，审核人会看到提示。请确认没有传错；共同办理的请在说明中写明。`
        : `“${file.name}”与您在${earlier.periodLabel}“${earlier.title}”中提交过的文件相同，审核人会看到提示。`,
  };
};
