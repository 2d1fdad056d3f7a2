import { setupServer } from 'msw/node'; // in a browser: setupWorker from 'msw/browser'
import { createSandbox } from 'nhs-api-sandbox/msw';

const sandbox = createSandbox();
const server = setupServer(...sandbox.handlers);
server.listen();

// Your code keeps its address: this never leaves the process.
const answer = await fetch('https://sandbox.api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/9000000009', {
  headers: { 'X-Request-ID': crypto.randomUUID() },
});
console.log(answer.status, answer.headers.get('X-Sandbox-Data'));

sandbox.reset();
server.close();
