import { ATTENDANCE_COLUMNS, ROLE_GOES_TO } from '@mingji/engine';
import { z } from 'zod';
import { codeText, positiveDecimalText, words } from './scoring-format.ts';

/** Sections that say whose affair a fact is besides its subject's (P2), and what the attendance result feeds (P3). */
export const sharingFormat = {
  roles: z
    .array(
      z.strictObject({
        code: codeText,
        name: words,
        goesTo: z.enum(ROLE_GOES_TO).exactOptional(),
        sharing: z.enum(['together', 'each']).exactOptional(),
        clause: codeText.exactOptional(),
      }),
    )
    .min(1, '至少写一种角色')
    .max(20)
    .exactOptional(),
  attendance: z
    .array(
      z.strictObject({
        column: z.enum(ATTENDANCE_COLUMNS),
        indicator: codeText,
        event: codeText.exactOptional(),
        per: positiveDecimalText.exactOptional(),
        of: z.enum(ATTENDANCE_COLUMNS).exactOptional(),
      }),
    )
    .min(1, '至少写一列')
    .max(50)
    .exactOptional(),
};
