/** Callbacks that an operation declares, sent once it has succeeded, in the transaction of its answer. */
import { declaredCallbacks, hasCallbacks, type DeclaredCallback } from '../../contract/callbacks.ts';
import type { Json } from '../../contract/contract.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Call } from '../../mock/call.ts';
import type { Reply } from '../../mock/reply.ts';
import type { Api } from '../api.ts';
import { exchangeIn } from '../call.ts';
import { sendDeclared } from './send-declared.ts';
import { evaluated, type SaidInExchange } from './expression.ts';

type Followed = (call: Call, reply: Reply) => void;

/** Undefined where the contract declares none, as most do. */
export function callbacksAfter(api: Api): Followed | undefined {
  const { contract } = api;
  if (!contract.operations.some((operation) => hasCallbacks(contract, operation))) return undefined;
  const byOperation = lazily(() => Map.groupBy(declaredCallbacks(contract), ({ operation }) => operation));
  return (call, reply) => {
    if (reply.status < 200 || reply.status > 299) return;
    for (const callback of byOperation().get(call.operation.id) ?? []) send(callback, call, reply);
  };

  function send(callback: DeclaredCallback, call: Call, reply: Reply): void {
    const said = saidIn(call, reply);
    const url = callback.address === undefined ? undefined : evaluated(callback.address, said);
    if (url === undefined) call.note(`The callback ${callback.name} is in the inbox only: the request did not say where to send it.`);
    sendDeclared(api, callback, { ...exchangeIn(call), url, said: [said.answer(), call.body] });
  }
}

function saidIn(call: Call, reply: Reply): SaidInExchange {
  const { address, operation, path, query, body } = call;
  return {
    url: address,
    method: operation.method.toUpperCase(),
    status: reply.status,
    path,
    query,
    header: (name) => call.header(name),
    body,
    answerHeaders: Object.fromEntries(Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])),
    answer: lazily(() => JSON.parse(reply.rendered ?? JSON.stringify(reply.body ?? null)) as Json),
  };
}
