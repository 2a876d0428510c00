export { cleanName } from './clean-name.ts';
export { contentDisposition } from './content-disposition.ts';
export { createDiskStore, type FileStore } from './file-store.ts';
export { type EarlierUse, earlierUses, sameContent } from './queries/earlier-uses.ts';
export { attachmentsOf, loadAttachments } from './queries/load-attachments.ts';
export { recognizeFile } from './recognize-file.ts';
export { requireOwnFiles } from './require-own-files.ts';
export { type FileToStore, type StoredFile, storeFile } from './store-file.ts';
