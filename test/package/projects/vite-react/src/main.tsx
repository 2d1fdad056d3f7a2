import { setupWorker } from 'msw/browser';
import { createSandbox } from 'nhs-api-sandbox/msw';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import App from './App.tsx';

const sandbox = createSandbox();
await setupWorker(...sandbox.handlers).start({ quiet: true });

const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
