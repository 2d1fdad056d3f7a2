/** Where nothing is, a visitor is told what was probably meant. */
import { expect, test } from 'vitest';
import { sandboxesFor } from '../sandbox.ts';

const { visit } = (await sandboxesFor('personal-demographics'))();

test.each(['/personal-demographic/FHIR/R4/Patient/9000000009', '/personal-demographics/FHIR/R5/Patient', '/Personal-Demographics'])(
  '%s is near an API, which is named with its base',
  async (path) => {
    const answer = await visit(path);
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).toMatch(
      /Did you mean <a href="\/_portal\/apis\/personal-demographics">[^]*<code>http:\/\/sandbox.test\/personal-demographics\/FHIR\/R4</,
    );
  },
);

test.each(['/favicon.ico', '/_portal/nothing'])('%s is near none, and links lead on', async (path) => {
  const text = await (await visit(path)).text();
  expect(text).not.toContain('Did you mean');
  expect(text).toContain('href="/_portal/apis"');
});
