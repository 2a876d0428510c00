import type { Call, EndpointShape } from '@mingji/contract';
import { send } from './call.ts';
import { fileNameOf } from './file-name.ts';

/** Office documents of a whole city take their time. */
const DOWNLOAD_TIMEOUT = 10 * 60_000;

/** Fetches a file and hands it to the browser's own saving; refusals are thrown like those of `call`. */
export async function download<E extends EndpointShape>(
  endpoint: E,
  args: Call<E>,
  fallbackName: string,
): Promise<void> {
  const response = await send(endpoint, args, { timeout: DOWNLOAD_TIMEOUT });
  saveBlob(await response.blob(), fileNameOf(response.headers.get('content-disposition'), fallbackName));
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
