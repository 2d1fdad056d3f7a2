/** What APIs may send by themselves, as their contracts and mocks say; and one of them sent by hand. */
import { declaredCallbacks, type DeclaredCallback } from '../../contract/callbacks.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import type { Api } from '../../gateway/api.ts';
import { sendDeclared } from '../../gateway/callbacks/send-declared.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Json } from '../../contract/contract.ts';
import type { Behaviours } from '../behaviours.ts';
import { toldMessage } from './inbox.ts';

type Callback = components['schemas']['Callback'];

export function offeredBehaviours({ apis }: BesideControl): Behaviours<'list-callbacks' | 'send-callback'> {
  const declaredBy = lazilyFor(({ contract }: Api) => declaredCallbacks(contract));

  return {
    'list-callbacks': ({ query }) => {
      const those = query.api === undefined ? apis : apis.filter(({ slug }) => slug === query.api);
      return {
        status: 200,
        body: { callbacks: those.flatMap((api) => [...declaredBy(api).map((one) => shown(api, one)), ...eventsOf(api)]) },
      };
    },
    'send-callback': (call) => {
      const { api: slug, name, example, body, url } = call.body;
      const { workspace } = call.visit;
      const api = apis.find((one) => one.slug === slug);
      const callback = api && declaredBy(api).find((one) => one.name === name);
      if (!callback) return notOffered;
      const known = callback.media?.examples.some((one) => one.name === example);
      if (example !== undefined && !known) return noExample(callback);
      const message = sendDeclared(api, callback, { workspace, url, example, body: body as Json | undefined, byHand: true }); // it was sent as JSON
      return { status: 201, headers: { Location: call.url(`/inbox/${message.id}`) }, body: toldMessage(message, workspace) };
    },
  };
}

function shown({ contract }: Api, { name, kind, operation, address, method, summary, media }: DeclaredCallback): Callback {
  const examples = media?.examples.map((one) => one.name) ?? [];
  return {
    api: contract.slug,
    name,
    kind,
    ...(operation !== undefined && { operation }),
    ...(address !== undefined && { address }),
    ...(method !== undefined && { method }),
    ...(summary !== undefined && { summary }),
    ...(examples.length > 0 && { examples }),
  };
}

/** They are sent when they happen, and not by hand: what they tell of must be so. */
const eventsOf = ({ contract, mock }: Api): readonly Callback[] =>
  Object.keys(mock?.events?.messages ?? {}).map((name) => ({ api: contract.slug, name, kind: 'event' }));

const notOffered: Problem = {
  problem: 'not-found',
  message: 'No contract here declares a callback or webhook of this name. GET /_sandbox/callbacks lists those that may be sent by hand.',
};

function noExample({ media }: DeclaredCallback): Problem {
  const message = `The contract shows no such example. It shows: ${media?.examples.map(({ name }) => name).join(', ') || 'none'}.`;
  return { problem: 'invalid-value', message, faults: [{ in: 'body', pointer: '/example', keyword: 'value', message }] };
}
