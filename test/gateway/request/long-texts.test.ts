/** Texts as long as a body may be: an attachment in one piece, and what only looks like one. Each is read to its end, whatever it repeats. */
import { describe, expect, test } from 'vitest';
import { realRange, randomFrom } from '../live-numbers.ts';
import { sandboxOf } from '../../sandbox.ts';

const contract = `
openapi: 3.1.0
info: { title: Attachments, version: '1' }
servers: [{ url: /attachments }]
paths:
  /files:
    post:
      requestBody:
        content: { application/json: {}, text/plain: {}, application/xml: {}, text/csv: {}, application/x-www-form-urlencoded: {}, application/octet-stream: {} }
      responses: { 204: { description: Taken } }
`;
const MEGABYTES = 10;
const { request } = sandboxOf(contract, { settings: { maxBody: 16 * 1024 * 1024 } });
const sent = (type: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> =>
  request('/attachments/files', { method: 'POST', headers: { 'Content-Type': type }, body });
const longOf = (unit: string): string => unit.repeat((MEGABYTES * 1_000_000) / unit.length);

describe('a text of ten megabytes', () => {
  test.for(['A', '/', '<'])('that repeats %j is taken, in JSON and by itself', async (unit) => {
    expect((await sent('application/json', JSON.stringify({ data: longOf(unit) }))).status).toBe(204);
    expect((await sent('text/plain', longOf(unit))).status).toBe(204);
  });

  test.for([
    ['application/xml', '<a>A'],
    ['application/xml', '<a'],
    ['text/csv', 'A'],
    ['text/csv', '"'],
    ['application/x-www-form-urlencoded', 'A'],
    ['application/octet-stream', 'A'],
  ] as const)('sent as %s that repeats %j fails nothing', async ([type, unit]) => {
    expect((await sent(type, longOf(unit))).status).toBeLessThan(500);
  });

  test('that is an attachment is looked into to its end', async () => {
    const attachment = Buffer.from(`${'An ordinary letter. '.repeat(380_000)}NHS number ${realRange(randomFrom(7))}`).toString('base64');
    expect(attachment.length).toBeGreaterThan(9_000_000);
    const answer = await sent('application/json', JSON.stringify({ data: attachment }));
    expect(answer.status).toBe(422);
  });

  test('that is an attachment of another kind, without a digit, is looked into no longer', { timeout: 15_000 }, async () => {
    const bytes = new Uint8Array(500_000).fill(0xfe);
    expect((await sent('application/json', JSON.stringify({ data: Buffer.from(bytes).toString('base64') }))).status).toBe(204);
  });

  test.for(['%41 <b ', '&#49; <div>', '\\u0041 <p '])(
    'that begins with %j and goes on with brackets that open is read once',
    { timeout: 15_000 },
    async (begins) => {
      expect((await sent('application/json', JSON.stringify({ text: begins + '<'.repeat(500_000) }))).status).toBe(204);
    },
  );

  // Each way of reading finds what another has found: looked into again and again this takes ten seconds and more, on a machine that does nothing else.
  test('with escapes, brackets and digits in it is looked into once', { timeout: 15_000 }, async () => {
    expect((await sent('application/json', JSON.stringify({ text: `[%41 <b ${'1-'.repeat(1_000_000)}` }))).status).toBe(204);
  });
});
