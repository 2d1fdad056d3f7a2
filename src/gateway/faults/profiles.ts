/** Named sets of faults: days on which a service is not at its best. */
import type { FaultRule } from './effect.ts';

export interface FaultProfile {
  readonly name: string;
  readonly about: string;
  readonly faults: readonly FaultRule[];
}

const about = (person: string, effect: FaultRule['effect']): FaultRule => ({ match: { person }, effect });

/** People of the population by whom a client that can send no header provokes a fault. */
const people: readonly FaultRule[] = [
  about('9990004293', { type: 'rate-limit', kind: 'quota' }),
  about('9990004307', { type: 'rate-limit', kind: 'spike-arrest' }),
  about('9990005001', { type: 'status', status: 500 }),
  about('9990005036', { type: 'gateway', status: 503, retryAfter: 5 }),
  about('9990005044', { type: 'gateway', status: 504 }),
  about('9990008000', { type: 'latency', ms: 8_000 }),
  about('9990009023', { type: 'drop' }),
];

export const faultProfiles: readonly FaultProfile[] = [
  {
    name: 'slow-network',
    about: 'Every answer takes its time, most of them half a second or two, some far longer.',
    faults: [{ effect: { type: 'latency', median: 800, sigma: 0.8 } }],
  },
  {
    name: 'bad-day',
    about: 'One answer in twenty is a 503, one in fifty a 504, one in a hundred is cut short or never comes; all are slower than usual.',
    faults: [
      { match: { chance: 0.05 }, effect: { type: 'gateway', status: 503, retryAfter: 5 } },
      { match: { chance: 0.02 }, effect: { type: 'gateway', status: 504 } },
      { match: { chance: 0.02 }, effect: { type: 'rate-limit', kind: 'spike-arrest' } },
      { match: { chance: 0.01 }, effect: { type: 'truncate', after: 100 } },
      { match: { chance: 0.01 }, effect: { type: 'drop' } },
      { effect: { type: 'latency', median: 300, sigma: 0.7 } },
    ],
  },
  {
    name: 'rate-limited',
    about: 'One request in four comes too fast, one in twenty is over the quota.',
    faults: [
      { match: { chance: 0.05 }, effect: { type: 'rate-limit', kind: 'quota' } },
      { match: { chance: 0.25 }, effect: { type: 'rate-limit', kind: 'spike-arrest' } },
    ],
  },
  {
    name: 'outage',
    about: 'Nothing but 503 from the platform.',
    faults: [{ effect: { type: 'gateway', status: 503 } }],
  },
  {
    name: 'test-people',
    about: 'Some NHS numbers provoke a fault wherever they are sent: for clients that can send no header.',
    faults: people,
  },
];

export const profileOf = (name: string): FaultProfile | undefined => faultProfiles.find((one) => one.name === name);
