/** Node's response, but one whose head cannot be written becomes a 500 in the platform's own shape instead of an error in its sender. */
import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';
import { ourBug } from '../platform-fault.ts';

type Head = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** `failed` is told why. Nothing is sent of the answer whose head was refused. */
export function carefulResponses(failed: (error: unknown) => void, now: () => number) {
  return class CarefulResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
    override writeHead(status: number, reason?: string | Head, headers?: Head): this {
      try {
        return typeof reason === 'string' ? super.writeHead(status, reason, headers) : super.writeHead(status, reason ?? headers);
      } catch (error) {
        if (this.headersSent) throw error;
        failed(error);
        const { status: worse, headers: ours, body } = ourBug(now());
        super.writeHead(worse, { ...ours, 'Content-Length': Buffer.byteLength(body) });
        this.write = () => true;
        this.end = () => super.end(body);
        return this;
      }
    }
  };
}
