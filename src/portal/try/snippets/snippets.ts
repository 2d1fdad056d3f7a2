/** The languages that a request is shown in. */
import { writeCurl } from './curl.ts';
import { writeJava } from './java.ts';
import { writeFetch } from './javascript.ts';
import { writePowerShell } from './power-shell.ts';
import { writePython } from './python.ts';
import type { Snippet } from './snippet.ts';

export const snippets: readonly Snippet[] = [
  { name: 'curl', write: writeCurl },
  { name: 'JavaScript', write: writeFetch },
  { name: 'Python', write: writePython },
  { name: 'Java', write: writeJava },
  { name: 'PowerShell', write: writePowerShell },
];
