import { fileTypeFromBuffer } from 'file-type';

/** What an attachment may be; `extension` is the one its name ends in after cleaning. */
export interface RecognizedFile {
  readonly mediaType: string;
  readonly extension: string;
}
export type Recognition =
  | { readonly ok: true; readonly file: RecognizedFile }
  | { readonly ok: false; readonly reason: string };

const accepted: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'video/mp4': 'mp4',
  'audio/mpeg': 'mp3',
};
const ACCEPTED_TEXT = '可上传：图片（jpg、png、webp、heic）、pdf、Word、Excel、pptx、txt、mp4、mp3';

/** Decides by the content alone: a name says nothing about what is inside. */
export async function recognizeFile(bytes: Uint8Array): Promise<Recognition> {
  if (bytes.length === 0) return refuse('文件是空的，请重新选择文件。');
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === 'application/x-cfb') return recognizeOldOffice(content);
  const extension = found && accepted[found.mime];
  if (found && extension) {
    if (isZipped(extension) && content.includes('vbaProject.bin')) return refuseMacros();
    return { ok: true, file: { mediaType: found.mime, extension } };
  }
  if (found) return refuse(`文件的实际内容是 ${found.ext} 格式，不能作为附件。${ACCEPTED_TEXT}。`);
  return recognizeText(content);
}

const isZipped = (extension: string) => ['docx', 'xlsx', 'pptx'].includes(extension);

/** Word and Excel 97–2003 share one container; its directory names the stream inside. */
function recognizeOldOffice(content: Buffer): Recognition {
  const holds = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'));
  if (holds('_VBA_PROJECT')) return refuseMacros();
  if (holds('WordDocument')) return { ok: true, file: { mediaType: 'application/msword', extension: 'doc' } };
  if (holds('Workbook') || holds('Book')) {
    return { ok: true, file: { mediaType: 'application/vnd.ms-excel', extension: 'xls' } };
  }
  return refuse(`文件不是 Word 或 Excel 文档，不能作为附件。${ACCEPTED_TEXT}。`);
}

/** Plain text in UTF-8 or the office's GB18030; what a browser or a shell would run is no text. */
function recognizeText(content: Buffer): Recognition {
  const charset = ['utf-8', 'gb18030'].find((each) => decodes(content, each));
  if (!charset) return refuse(`无法识别文件内容，不能作为附件。${ACCEPTED_TEXT}。`);
  const beginning = content
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^(<[!?a-z]|#!|@echo)/i.test(beginning)) {
    return refuse(`文件是网页或脚本，不能作为附件。${ACCEPTED_TEXT}。`);
  }
  return { ok: true, file: { mediaType: `text/plain; charset=${charset}`, extension: 'txt' } };
}

function decodes(content: Buffer, charset: string): boolean {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(content);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

function refuse(reason: string): Recognition {
  return { ok: false, reason };
}
function refuseMacros(): Recognition {
  return refuse('文件带有宏，不能作为附件。请另存为不含宏的文档后再上传。');
}
