/** Runs in the browser: a sandbox behind msw's service worker, and a fetch that says a line of the conversation. */
import { setupWorker } from 'msw/browser';
import { createSandbox, type MswOptions } from '../../src/runtimes/browser/msw.ts';

export interface PageReply {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface Page {
  start(options: MswOptions): Promise<void>;
  say(method: string, url: string, headers: Record<string, string>, body?: string): Promise<PageReply>;
}

const page: Page = {
  async start(options) {
    const worker = setupWorker(...createSandbox(options).handlers);
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  },
  async say(method, url, headers, body) {
    const bytes = body === undefined ? undefined : Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    const response = await fetch(url, { method, headers, ...(bytes && { body: bytes }) });
    return { status: response.status, headers: [...response.headers], body: toBase64(new Uint8Array(await response.arrayBuffer())) };
  },
};

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

Object.assign(globalThis, { page });
