/** A shop of jars whose list is wrapped as a test likes, in few lines. */
import { sandboxOf, type Sandbox } from '../../../sandbox.ts';

export interface JarShop {
  /** The schema of the list, as YAML in one line; `JARS` stands for the array of jars. */
  readonly list?: string;
  readonly parameters?: string;
  /** More members of a jar. */
  readonly members?: string;
  readonly example?: string;
  readonly headers?: string;
}

export function jarShop({
  list = 'JARS',
  parameters = '[]',
  members = 'size: { type: integer }',
  example,
  headers,
}: JarShop = {}): Sandbox & {
  make(...jars: readonly object[]): Promise<readonly { readonly id: string; readonly [name: string]: unknown }[]>;
  // oxlint-disable-next-line typescript/no-explicit-any -- what a client sees
  get(path: string): Promise<any>;
} {
  const sandbox = sandboxOf(`
openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: /shop }]
paths:
  /jars:
    get:
      parameters: ${parameters}
      responses:
        '200':
          description: Jars
          ${headers === undefined ? '' : `headers: ${headers}`}
          content:
            application/json:
              schema: ${list.replaceAll('JARS', "{ type: array, items: { $ref: '#/components/schemas/Jar' } }")}
              ${example === undefined ? '' : `example: ${example}`}
        '400': { description: Refused, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } }
      responses: { '201': { description: Made, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } } }
  /jars/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: A jar, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } }, '404': { description: None } } }
    put:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } }
      responses: { '200': { description: Kept, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } }, '404': { description: None } }
    delete: { responses: { '204': { description: Gone }, '404': { description: None } } }
components:
  schemas:
    Jar:
      type: object
      required: [label]
      properties: { id: { type: string, readOnly: true }, label: { type: string }, ${members} }
`);
  return {
    ...sandbox,
    async make(...jars) {
      const made = [];
      for (const jar of jars) {
        const response = await sandbox.send('POST', '/shop/jars', jar);
        if (response.status !== 201) throw new Error(await response.text());
        made.push(await response.json());
      }
      return made;
    },
    get: async (path) => (await sandbox.request(path.startsWith('?') || path === '' ? `/shop/jars${path}` : path)).json(),
  };
}
