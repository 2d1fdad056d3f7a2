/** What the APIs of a sandbox in this process send by themselves: a client of its own API. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { ApiClient } from './client.ts';

export type InboxMessage = components['schemas']['Message'];

/** Which messages: by type (`*` at its end stands for any rest), by the API that sends them, by what they are about. */
export interface WantedMessages {
  readonly type?: string;
  readonly api?: string;
  readonly subject?: string;
}

export interface InboxKit {
  /** All that fit, oldest first. */
  list(wanted?: WantedMessages): Promise<readonly InboxMessage[]>;
  /** The first that fits and that this did not give before; waits so many seconds for it (2), and rejects where none comes. */
  next(wanted?: WantedMessages & { readonly within?: number }): Promise<InboxMessage>;
}

const usualWait = 2;

export function inboxIn(api: ApiClient<'sandbox-control'>): InboxKit {
  const given = new Map<string, number>();
  return {
    async list(wanted = {}) {
      const { data } = await api.GET('/inbox', { params: { query: { ...wanted, limit: 1000 } } });
      return data?.messages ?? [];
    },
    async next({ within = usualWait, ...wanted } = {}) {
      const key = JSON.stringify(wanted);
      const since = String(given.get(key) ?? 0);
      const { data, error } = await api.GET('/inbox', { params: { query: { ...wanted, since, wait: within, limit: 1 } } });
      if (!data) throw new RangeError(error.detail);
      const [message] = data.messages;
      if (!message) throw new RangeError(`no message ${key === '{}' ? '' : `of ${key} `}came within ${within} seconds`);
      given.set(key, message.number);
      return message;
    },
  };
}
