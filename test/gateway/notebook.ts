/** The notebook contract, and what every refusal of it looks like. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';

export const notebookText = readFileSync(new URL('./notebook.yaml', import.meta.url), 'utf8');
export const notebook = loadContract({ name: 'notebook.yaml', text: notebookText });
export const notes = '/notebook/notes';

export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** The fault of a response, which must be in the contract's own error shape and give nothing of ours away. */
export async function refusal(response: Response, status: number): Promise<Fault> {
  const text = await response.text();
  expect({ status: response.status, type: response.headers.get('content-type'), text }).toMatchObject({ status, type: 'application/json' });
  expect(text).not.toMatch(/<\w|node_modules|\.ts:\d|\n\s+at /);
  const fault: Fault = JSON.parse(text);
  expect(fault).toEqual({ code: expect.any(String), message: expect.any(String) });
  return fault;
}
