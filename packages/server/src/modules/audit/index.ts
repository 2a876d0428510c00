export { type AuditInput, type AuditSource, recordAudit } from './record-audit.ts';
export { recordExport } from './record-export.ts';
