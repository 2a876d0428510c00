export { type AuditInput, type AuditSource, recordAudit } from './record-audit.ts';
