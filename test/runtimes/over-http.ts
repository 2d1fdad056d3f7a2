/** Says a line of the conversation to a server of this machine, under the name that all homes go by. */
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { bodyOf, host, replyOf, type Exchange, type Reply } from './conversation.ts';

export function overHttp(port: number, exchange: Exchange, more: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      method: exchange.method,
      path: exchange.path,
      headers: { Host: host, ...exchange.headers, ...more },
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const names = Object.entries(response.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, [value].flat().join(', ')] as const],
      );
      buffer(response).then((body) => resolve(replyOf(response.statusCode ?? 0, names, body)), reject);
    });
    sent.end(bodyOf(exchange));
  });
}
