/** One person in every API at once: who each says that it is, and which of what the record says each tells. */
import { describe, expect, test } from 'vitest';
import { sandboxFor, sandboxForAll, sandboxOf, world } from '../../sandbox.ts';

const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a person side by side', () => {
  test('is told alike by APIs that tell who it is, and each thing of the record by those that tell of it', async () => {
    const sandbox = await sandboxForAll(['personal-demographics', 'gp-connect-record', 'immunisation-fhir']);
    const { people } = await (await sandbox.request('/_sandbox/people?condition=diabetes&on=metformin&allergy=penicillin&limit=1')).json();
    const html = await (await sandbox.visit(`/_portal/people/${people[0].nhsNumber}/side-by-side`)).text();
    const said = text(html);
    expect(said).toContain('2 of them say who this is, and all agree with the record.');
    expect(said).toMatch(/\d+ problems/);
    expect(html).toMatch(/<th scope="row">Metformin[^<]*<\/th><td>tells<\/td>/);
    expect(html).toMatch(/<th scope="row">Penicillin<\/th><td>tells<\/td>/);
    expect(html).toMatch(/<th scope="row">Flu vaccination, [^<]+<\/th><td>tells<\/td><td>tells<\/td>/);
    expect((await (await sandbox.request('/_sandbox/exchanges')).json()).exchanges).toEqual([]);
  });

  test('says where an API says something else than the record', async () => {
    const stranger = JSON.stringify({ resourceType: 'Patient', id: '9000000009', birthDate: '1901-01-01', name: [{ family: 'Nobody' }] });
    const sandbox = sandboxOf(
      `
openapi: 3.1.0
info: { title: Astray, version: 1.0.0 }
servers: [{ url: /astray }]
paths:
  /Patient/{nhsNumber}:
    get:
      operationId: read
      parameters: [{ name: nhsNumber, in: path, required: true, schema: { type: string }, example: '9000000009' }]
      responses: { '200': { description: Them, content: { application/json: { schema: { const: ${stranger} } } } } }
`,
      { population: world() },
    );
    const said = text(await (await sandbox.visit('/_portal/people/9000000009/side-by-side')).text());
    expect(said).toContain('1 of them say who this is, and 1 of these say something else than the record.');
    expect(said).toContain('1 January 1901 (the record says otherwise)');
  });

  test.each(['9111231130', '123'])('of nobody (%s) is not found', async (number) => {
    const sandbox = await sandboxFor('personal-demographics');
    expect((await sandbox.visit(`/_portal/people/${number}/side-by-side`)).status).toBe(404);
  });
});
