/** An event as messages: in the form of every API that has one for it, else as a plain CloudEvent of the API in which it happened. */
import type { Cue, DeliveryManner, Emitted, OutgoingMessage } from '../../mock/event.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Api } from '../api.ts';

interface Told {
  readonly workspace: Workspace;
  readonly from: Api;
  /** Those that hear of it. */
  readonly apis: readonly Api[];
  /** That led to it, where one did. */
  readonly exchange?: string | undefined;
  readonly cueOf: (api: Api) => Cue;
}

export function tellOutside({ type, about }: Emitted, { workspace, from, apis, cueOf, exchange }: Told): void {
  const { inbox, publish } = workspace.callbacks;
  const cause = exchange === undefined ? {} : { exchange };
  let isTold = false;
  for (const api of apis) {
    const forms = api.mock?.events?.messages;
    const form = forms && Object.hasOwn(forms, type) ? forms[type] : undefined;
    if (!form) continue;
    isTold = true;
    const cue = cueOf(api);
    const next = inbox.next();
    const message = form(cue, about, next.id);
    if (message)
      publish({
        ...next,
        api: api.slug,
        type,
        kind: 'event',
        time: cue.clock.now(),
        ...cause,
        ...mannerOf(api, type),
        ...withType(message),
      });
  }
  if (isTold) return;
  const next = inbox.next();
  const time = cueOf(from).clock.now();
  const body = { specversion: '1.0', id: next.id, source: `/${from.slug}`, type, time: new Date(time).toISOString(), data: about };
  publish({ ...next, api: from.slug, type, kind: 'event', time, ...cause, contentType: 'application/cloudevents+json', body });
}

const withType = ({ contentType = 'application/json', ...others }: OutgoingMessage) => ({ contentType, ...others });

/** How its mock has what is called so sent. */
export function mannerOf({ mock }: Api, type: string): { readonly manner?: DeliveryManner } {
  const delivery = mock?.events?.delivery;
  return delivery?.of.includes(type) ? { manner: delivery.manner } : {};
}
