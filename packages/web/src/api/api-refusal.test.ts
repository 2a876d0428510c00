import { expect, test } from 'vitest';
import { ApiRefusal, refusalFrom, reportNumber } from './api-refusal.ts';

test('principle 17: the server’s words, problems and number reach the screen unchanged', () => {
  const body = {
    code: 'deadlinePassed',
    message: '本月申报已截止。',
    problems: [{ path: 'doneOn', message: '晚于截止日' }],
    requestId: 'r1',
  };
  const refusal = refusalFrom(409, JSON.stringify(body));
  expect({ ...refusal, message: refusal.message }).toMatchObject(body);
});

test('principle 17: a proxy’s page is not taken for a refusal of ours', () => {
  expect(refusalFrom(502, '<html>Bad Gateway</html>')).toMatchObject({
    code: 'unavailable',
    requestId: null,
  });
  expect(refusalFrom(500, '<html>oops</html>').code).toBe('internal');
});

test('principle 17: the number to report stands with failures of the system, not with a refusal', () => {
  const numberOf = (code: 'internal' | 'notSignedIn' | 'deadlinePassed') =>
    reportNumber(new ApiRefusal({ code, message: '', problems: [], requestId: 'r1' }));
  expect([numberOf('internal'), numberOf('notSignedIn'), numberOf('deadlinePassed')]).toEqual([
    'r1',
    null,
    null,
  ]);
});
