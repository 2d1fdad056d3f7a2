/** The sandbox's own API answers as its own contract says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf } from '../sandbox.ts';

const control = loadContract({
  name: 'sandbox-control.yaml',
  text: readFileSync(new URL('../../openapi/sandbox-control.yaml', import.meta.url), 'utf8'),
});
const contract = `
openapi: 3.1.0
info: { title: Bells, version: '1' }
servers: [{ url: /bells }]
paths:
  /bells/{name}:
    get:
      operationId: ring
      parameters: [{ name: name, in: path, required: true, schema: { type: string, maxLength: 8 }, example: tenor }]
      responses: { '200': { description: rung, content: { application/json: { example: { name: tenor } } } } }
`;

/** What the control contract has to say against an answer. */
async function faultsOf(answer: Response, operationId: string): Promise<readonly string[]> {
  const operation = control.operations.find(({ id }) => id === operationId);
  const documented = operation?.responses.get(String(answer.status));
  if (!documented) return [`${operationId} documents no ${answer.status}`];
  const [media] = documented.content;
  if (!media?.schema) return (await answer.text()) === '' ? [] : ['a body where none is documented'];
  if (!answer.headers.get('content-type')?.startsWith(media.type)) return [`${answer.headers.get('content-type')} is not ${media.type}`];
  return control.check(media.schema, await answer.json()).map(({ pointer, message }) => `${pointer} ${message}`);
}

test('every operation answers in its documented shape, faults too', async () => {
  const { request, send } = sandboxOf(contract);
  const rung = await request('/bells/bells/tenor');
  await request('/bells/bells/longer-than-eight');
  const trace = rung.headers.get('x-sandbox-trace') ?? '';
  expect(await faultsOf(await request('/_sandbox/health'), 'health')).toEqual([]);
  expect(await faultsOf(await request('/_sandbox/catalogue'), 'catalogue')).toEqual([]);
  expect(await faultsOf(await request('/_sandbox/exchanges'), 'list-exchanges')).toEqual([]);
  expect(await faultsOf(await request('/_sandbox/exchanges?limit=0'), 'list-exchanges')).toEqual([]);
  expect(await faultsOf(await request(trace), 'explain-exchange')).toEqual([]);
  expect(await faultsOf(await request(`${trace.slice(0, -32)}${'0'.repeat(32)}`), 'explain-exchange')).toEqual([]);
  expect(await faultsOf(await send('POST', '/_sandbox/reset'), 'reset')).toEqual([]);
});

test('an unknown control path is a problem document, and no contract can take the prefix', async () => {
  const answer = await sandboxOf(contract.replace('url: /bells', 'url: /_sandbox')).request('/_sandbox/bells/tenor');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
});
