/** A server of one API that puts errands off and notes each that is done. The one that `DIES_AT` names kills it on the spot, its note written. */
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import { realClock } from '../../src/workspace/time/clock.ts';

const contract = loadContract({
  name: 'errands',
  text: `
openapi: 3.1.0
info: { title: Errands, version: 1.0.0 }
servers: [{ url: http://localhost:8787/errands }]
paths:
  /errands:
    get: { operationId: list-done, responses: { '200': { description: Those that are done, content: { application/json: { schema: { type: array } } } } } }
    post:
      operationId: put-off
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { '201': { description: Put off, content: { application/json: { schema: { type: object } } } } }
`,
});

const mock: AnyMock = {
  behaviours: {
    'put-off': (call) => {
      const { name, in: wait } = call.body as unknown as { readonly name: string; readonly in: string }; // as the tests send it
      call.later({ in: wait, do: 'run', about: name });
      return { status: 201, body: {} };
    },
    'list-done': ({ store }) => ({ status: 200, body: store.list('errands/done').map(([, name]) => name) }),
  },
  events: {
    later: {
      run({ store }, about) {
        const name = String(about);
        store.put('errands/done', String(store.count('errands/done')).padStart(6, '0'), name);
        if (process.env['DIES_AT'] === name) process.kill(process.pid, 'SIGKILL');
        process.stdout.write(`done ${name}\n`);
      },
    },
  },
};

const [data = ''] = process.argv.slice(2);
const { url } = await startNode({
  apis: [{ contract, mock }],
  population: nobody,
  clock: realClock,
  seed: 1,
  host: '127.0.0.1',
  port: 0,
  data,
});
process.stdout.write(`${url}\n`);
