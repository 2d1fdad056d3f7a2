/** What goes wrong on purpose in a sandbox of this process: a client of its own API. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { ApiClient } from './client.ts';

type Fault = components['schemas']['Fault'];
type KeptFault = components['schemas']['KeptFault'];

export interface FaultsKit {
  /** Gives its id. */
  add(fault: Fault): Promise<string>;
  /** All faults of such a day: `bad-day`, `outage` … Gives their ids. */
  profile(name: string): Promise<readonly string[]>;
  list(): Promise<readonly KeptFault[]>;
  /** Nothing goes wrong any more. */
  clear(): Promise<void>;
}

export function faultsIn(api: ApiClient<'sandbox-control'>): FaultsKit {
  const post = async (body: Fault | { readonly profile: string }): Promise<readonly string[]> => {
    const { data, error } = await api.POST('/faults', { body });
    if (!data) throw new RangeError(error.detail);
    return data.faults.map(({ id }) => id);
  };
  return {
    async add(fault) {
      const [id = ''] = await post(fault);
      return id;
    },
    profile: (name) => post({ profile: name }),
    async list() {
      const { data } = await api.GET('/faults');
      return data?.faults ?? [];
    },
    async clear() {
      await api.DELETE('/faults');
    },
  };
}
