// Testcontainers for Node with vitest; the image is the one that `docker build -t nhs-api-sandbox .` makes.
import { GenericContainer, Wait, type StartedTestContainer } from 'testcontainers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

let sandbox: StartedTestContainer;
let origin: string;

beforeAll(async () => {
  sandbox = await new GenericContainer('nhs-api-sandbox')
    // Where Docker is not on this machine, add the name by which its host is called: NHS_SANDBOX_ALLOW_HOST: 'docker'.
    .withEnvironment({ NHS_SANDBOX_ALLOW_HOST: 'localhost' })
    .withExposedPorts(8787)
    .withCommand(['start', '--host', '0.0.0.0', '--ephemeral', '--clock', '2026-01-01T00:00:00Z'])
    .withWaitStrategy(Wait.forHttp('/_sandbox/health', 8787))
    .start();
  origin = `http://${sandbox.getHost()}:${sandbox.getMappedPort(8787)}`;
}, 60_000);
beforeEach(async () => {
  await fetch(`${origin}/_sandbox/reset`, { method: 'POST' });
});
afterAll(() => sandbox.stop());

test('reads a patient', async () => {
  const answer = await fetch(`${origin}/personal-demographics/FHIR/R4/Patient/9000000009`, {
    headers: { 'X-Request-ID': crypto.randomUUID() },
  });
  expect(await answer.json()).toMatchObject({ id: '9000000009', birthDate: '2010-10-22' });
});
