import { randomInt } from 'node:crypto';

/** Without characters that are mistaken for each other when read from paper. */
const lower = 'abcdefghjkmnpqrstuvwxyz';
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';
const pick = (from: string) => from.charAt(randomInt(from.length));
const groupOf = (from: string, length: number) => Array.from({ length }, () => pick(from)).join('');

/** A one-time password, about 68 bits: four groups, easy to dictate, every class in it. */
export function generatePassword(): string {
  return [groupOf(upper, 4), groupOf(digits, 4), groupOf(lower, 4), groupOf(upper + digits, 4)].join('-');
}
