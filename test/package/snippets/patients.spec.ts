import { expect, test } from 'vitest';
import { useSandbox } from 'nhs-api-sandbox/vitest';

const sandbox = useSandbox(); // frozen clock, everything as it was before each test

test('shows the name of a patient', async () => {
  const patients = sandbox.client('personal-demographics'); // typed from the contract
  const { data } = await patients.GET('/Patient/{id}', {
    params: { path: { id: sandbox.people.janeSmith }, header: { 'X-Request-ID': crypto.randomUUID() } },
  });
  expect(data?.name?.[0]?.family).toBe('Smith');
});
