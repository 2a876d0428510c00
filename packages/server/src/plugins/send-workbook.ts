import type { FastifyReply } from 'fastify';

/** Answers with an Excel file; Chinese file names travel percent-encoded. */
export async function sendWorkbook(
  reply: FastifyReply,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<undefined> {
  await reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(Buffer.from(file.bytes));
}
