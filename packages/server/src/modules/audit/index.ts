export { type AuditInput, type AuditSource, recordAudit } from './record-audit.ts';
export { type Export, recordExport } from './record-export.ts';
