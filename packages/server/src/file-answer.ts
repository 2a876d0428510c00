import type { Readable } from 'node:stream';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file as an endpoint answers with it, and what the audit record says of it. */
export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array | Readable;
  /** Told to the browser where the bytes only come in. */
  readonly size?: number;
  /** How many rows of the system's data it holds; a document holds none. */
  readonly rows?: number;
  /** What a list was narrowed to, in words. */
  readonly narrowed?: string;
  /** Shown inside a page of the screen, as any page is: nothing is taken away, nothing recorded. */
  readonly shown?: boolean;
}
