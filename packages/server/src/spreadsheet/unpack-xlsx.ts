import { inflateRawSync } from 'node:zlib';
import { BufferReader, RemoteZipReader } from '@cj-tech-master/excelts/archive';
import type { WorkbookLimits } from './workbook-limits.ts';
import { WorkbookRefusal } from './workbook-limits.ts';

const SAVE_AS = '请用 Excel 或 WPS 打开后“另存为”.xlsx 再上传';
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, at) => bytes[at] === byte);

/** Tells by its first bytes what a file really is, whatever its name says. */
function refuseOtherFormats(bytes: Uint8Array): void {
  if (startsWith(bytes, OLE_MAGIC)) {
    // A password-protected .xlsx is an OLE container around a stream of this name.
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    if (encrypted) {
      throw new WorkbookRefusal('workbook-encrypted', '文件设有打开密码，无法读取：请去掉密码后再上传');
    }
    throw new WorkbookRefusal('workbook-old-format', `文件是旧的 .xls/.et 格式：${SAVE_AS}`);
  }
  if (bytes.length === 0) {
    throw new WorkbookRefusal('workbook-not-xlsx', '文件是空的：请重新选择文件');
  }
  if (!startsWith(bytes, ZIP_MAGIC)) {
    throw new WorkbookRefusal('workbook-not-xlsx', `文件不是 .xlsx 表格：${SAVE_AS}`);
  }
}

async function openArchive(bytes: Uint8Array): Promise<RemoteZipReader> {
  try {
    return await RemoteZipReader.fromReader(new BufferReader(bytes));
  } catch {
    throw new WorkbookRefusal('workbook-damaged', `文件已损坏，不能解开：${SAVE_AS}`);
  }
}

/** Inflates one entry and stops at the budget, because the size an archive declares may lie. */
async function inflateEntry(archive: RemoteZipReader, path: string, budget: number): Promise<Uint8Array> {
  const found = await archive.getRawEntry(path);
  if (!found) throw new WorkbookRefusal('workbook-damaged', `文件已损坏，缺少 ${path}：${SAVE_AS}`);
  const { entry: info, compressedData } = found;
  if (info.compressionMethod === 0 && compressedData.length <= budget) return compressedData;
  try {
    return inflateRawSync(compressedData, { maxOutputLength: Math.max(1, budget) });
  } catch (error) {
    if (error instanceof RangeError) {
      throw new WorkbookRefusal('workbook-inflates-too-large', '文件解开后过大，疑似异常文件，已拒绝读取');
    }
    throw new WorkbookRefusal('workbook-damaged', `文件已损坏，不能解开：${SAVE_AS}`);
  }
}

export async function unpackXlsx(
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<Record<string, Uint8Array>> {
  if (bytes.length > limits.fileBytes) {
    const megabytes = Math.floor(limits.fileBytes / 1024 / 1024);
    throw new WorkbookRefusal(
      'workbook-too-large',
      `文件超过 ${megabytes} MB：请删去无关的工作表和图片后再上传`,
    );
  }
  refuseOtherFormats(bytes);
  const archive = await openArchive(bytes);
  if (archive.hasEncryptedEntries()) {
    throw new WorkbookRefusal('workbook-encrypted', '文件设有密码，无法读取：请去掉密码后再上传');
  }
  const entries = archive.getEntries().filter((entry) => entry.type === 'file');
  if (entries.length > limits.entries) {
    throw new WorkbookRefusal('workbook-inflates-too-large', '文件内部条目过多，疑似异常文件，已拒绝读取');
  }
  if (!archive.hasEntry('xl/workbook.xml')) {
    throw new WorkbookRefusal('workbook-not-xlsx', `文件不是 .xlsx 表格：${SAVE_AS}`);
  }
  const files: Record<string, Uint8Array> = {};
  let budget = limits.inflatedBytes;
  for (const { path } of entries) {
    const content = await inflateEntry(archive, path, budget);
    budget -= content.length;
    // Pictures and macros are never looked at, so they are not handed to the reader at all.
    if (!/^xl\/(media|embeddings)\/|vbaProject\.bin$/.test(path)) files[path] = content;
  }
  return files;
}
