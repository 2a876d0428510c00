import type { EndpointShape, Reply } from '@mingji/contract';
import { addressOf } from './address.ts';
import { networkRefusal, refusalFrom } from './api-refusal.ts';
import { headersFor, noticed } from './call.ts';
import { noteContact } from './session-signals.ts';

export interface UploadArgs {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly file: File;
  /** Plain form fields sent before the file. */
  readonly fields?: Readonly<Record<string, string>>;
  /** 0–100. */
  readonly onProgress?: (percent: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends one file to a multipart endpoint. XMLHttpRequest, because fetch tells no upload progress. */
export function upload<E extends EndpointShape>(endpoint: E, args: UploadArgs): Promise<Reply<E>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(args.fields ?? {})) form.append(name, value);
  form.append('file', args.file, args.file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, addressOf(endpoint, args));
    for (const [name, value] of Object.entries(headersFor(endpoint, false))) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) args.onProgress?.(Math.floor((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      if (request.status < 200 || request.status > 299) {
        reject(noticed(refusalFrom(request.status, request.responseText)));
        return;
      }
      noteContact();
      resolve(JSON.parse(request.responseText) as Reply<E>);
    };
    request.onerror = () => reject(networkRefusal());
    request.onabort = () => reject(networkRefusal());
    args.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
