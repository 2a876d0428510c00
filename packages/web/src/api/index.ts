export { ApiRefusal, asRefusal, reportNumber } from './api-refusal.ts';
export { call } from './call.ts';
export { download, saveBlob } from './download.ts';
export { endpointKey } from './endpoint-key.ts';
export { newRequestId } from './request-id.ts';
export { upload } from './upload.ts';
export { type CommandArgs, useCommand } from './use-command.ts';
export { useEndpoint } from './use-endpoint.ts';
