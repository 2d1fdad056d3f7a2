/** Every request that a contract of electronic prescriptions publishes as an example, and where its prescription is found afterwards. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { sandboxForAll } from '../../sandbox.ts';
import { headers as staff } from '../prescription-tracker/tracking.ts';
import { shownTo } from '../prescriptions-for-patients/showing.ts';

/** Where contracts that were published may be, which are never part of this project. */
const specs = resolve(import.meta.dirname, '../../../../shared/specs');
const contracts = {
  'eps-fhir-prescribing.json': '/fhir-prescribing',
  'eps-fhir-dispensing.json': '/fhir-dispensing',
  'eps-prescription-status-update.json': '/prescription-status-update',
  'eps-custom-prescription-status-update.json': '/custom-prescription-status-update',
} as const;
const shortId = /[0-9A-F]{6}-[0-9A-Z]{6}-[0-9A-F]{5}[0-9A-Z+]/;

/** What is refused or not found, and why. */
const named: readonly (readonly [where: RegExp, why: string])[] = [
  [/^send-prescription-order-update-message acute-primary: 400 /, 'R-5000: it names another patient than the order of its name.'],
  [/^prepare-prescription .* is not (tracked|shown)/, 'It is prepared for signing, and not ordered yet.'],
  [/ eRD-primary: .* is not shown/, 'Patients are never shown repeat dispensing.'],
  [/prescription-status-update.* is not (tracked|shown)/, 'Nobody ordered it: of updates no service asks that.'],
];

test.skipIf(!existsSync(specs))(
  'every published request is accepted by one of five APIs, and its prescription is found by staff and patient',
  async () => {
    const sandbox = await sandboxForAll([
      'eps-dispensing',
      'eps-prescribing',
      'prescription-tracker',
      'prescription-status-update',
      'custom-prescription-status-update',
      'prescriptions-for-patients',
    ]);
    const requests = Object.entries(contracts).flatMap(([file, base]) =>
      loadContract({ name: file, text: readFileSync(resolve(specs, file), 'utf8') }).operations.flatMap(({ id, method, path, body }) =>
        (body?.content ?? []).flatMap(({ type, examples }) =>
          examples.map(({ name, value }) => {
            const text = typeof value === 'string' ? value : JSON.stringify(value);
            return { id, name, method, path: `${base}${path.replace(/#.*/, '')}`, type, text };
          }),
        ),
      ),
    );
    const amiss: string[] = [];
    for (const request of requests) {
      const { id, name, text } = request;
      sandbox.workspace.reset();
      const send = ({ path, method, type, text: body }: typeof request): Promise<Response> =>
        sandbox.request(path, { method, headers: { 'Content-Type': type, 'X-Request-ID': crypto.randomUUID() }, body });
      // What is cancelled is the order of the same name.
      const order = requests.find((each) => each.id === 'send-prescription-order-message' && each.name === name);
      if (id === 'send-prescription-order-update-message' && order) await send(order);
      const response = await send(request);
      const answered = await response.text();
      const prescription = shortId.exec(text)?.[0] ?? shortId.exec(answered)?.[0] ?? '';
      const where = `/clinical-prescription-tracker/RequestGroup/${encodeURIComponent(prescription)}`;
      const tracked = await sandbox.request(where, { headers: staff });
      const patient = /Id\/nhs-number"[^}]*?"value":\s*"(\d{10})"/.exec(await tracked.text())?.[1] ?? '';
      const shown = await shownTo(sandbox, patient);
      if (!response.ok) amiss.push(`${id} ${name}: ${response.status} ${answered.slice(0, 200)}`);
      if (!tracked.ok) amiss.push(`${id} ${name}: ${prescription} is not tracked`);
      if (!shown.prescriptions.includes(prescription)) amiss.push(`${id} ${name}: ${prescription} is not shown to ${patient}`);
    }
    expect(amiss.filter((line) => named.every(([where]) => !where.test(line)))).toEqual([]);
    expect(named.filter(([where]) => !amiss.some((line) => where.test(line)))).toEqual([]);
  },
  60_000,
);
