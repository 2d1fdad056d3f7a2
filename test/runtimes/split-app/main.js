import { setupWorker } from 'msw/browser';
import { createSandbox } from 'nhs-api-sandbox/msw';

const options = JSON.parse(new URLSearchParams(location.search).get('options') ?? '{}');
const sandbox = createSandbox({ clock: '2026-01-01T00:00:00Z', ...options });
await setupWorker(...sandbox.handlers).start({ quiet: true, onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' });
const asked = new URLSearchParams(location.search).getAll('ask');
const { say } = await import('./say.js');
const answers = await Promise.all(asked.map((address) => say(address)));
document.querySelector('output').textContent = JSON.stringify(answers);
