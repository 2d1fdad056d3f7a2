/** `X-Sandbox-Scenario`: faults for one request, with no rule kept. Names of profiles, and effects: `status=404`, `quota`, `latency=8000`. */
import { longestDelay } from '../../workspace/settings.ts';
import type { FaultEffect, FaultRule, GatewayStatus } from './effect.ts';
import { isFixedDuration } from '../../workspace/time/duration.ts';
import { profileOf } from './profiles.ts';

export const scenarioHeader = 'x-sandbox-scenario';

/** Words of one header that are read. */
const mostWords = 8;

const whole = (text: string | undefined, most: number): number | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

const mostBytes = 1_000_000;
const gatewayStatuses: readonly GatewayStatus[] = [408, 500, 502, 503, 504];

/** Each word, and the effect that it has with what stands behind its equals sign. */
const words: Readonly<Record<string, (value: string | undefined) => FaultEffect | undefined>> = {
  status(value) {
    const status = whole(value, 599);
    return status !== undefined && status >= 200 ? { type: 'status', status } : undefined;
  },
  quota: () => ({ type: 'rate-limit', kind: 'quota' }),
  'spike-arrest': () => ({ type: 'rate-limit', kind: 'spike-arrest' }),
  gateway(value) {
    const status = gatewayStatuses.find((one) => String(one) === value);
    return status && { type: 'gateway', status };
  },
  latency(value) {
    const ms = whole(value, longestDelay);
    return ms === undefined ? undefined : { type: 'latency', ms };
  },
  truncate(value) {
    const after = whole(value, mostBytes);
    return after === undefined ? undefined : { type: 'truncate', after };
  },
  'slow-body'(value) {
    const bytesPerSecond = whole(value, mostBytes);
    return bytesPerSecond ? { type: 'slow-body', bytesPerSecond } : undefined;
  },
  drop(value) {
    const after = whole(value, mostBytes);
    if (after !== undefined) return { type: 'drop', after };
    return value === undefined ? { type: 'drop' } : undefined;
  },
  stale(value) {
    if (value === undefined) return { type: 'stale' };
    return isFixedDuration(value) ? { type: 'stale', by: value } : undefined;
  },
};

/** Of one word, `latency=8000`. */
export function effectOf(word: string): FaultEffect | undefined {
  const [name = '', value] = word.split('=', 2);
  return Object.hasOwn(words, name) ? words[name]?.(value) : undefined;
}

/** What is not understood is no rule: it is told. */
export function rulesOfScenario(header: string, tell: (line: string) => void): readonly FaultRule[] {
  const rules: FaultRule[] = [];
  for (const word of header.split(',', mostWords)) {
    const name = word.trim();
    const profile = profileOf(name);
    if (profile) {
      rules.push(...profile.faults);
      continue;
    }
    const effect = effectOf(name);
    if (effect) rules.push({ effect });
    else tell('The X-Sandbox-Scenario header asks for something that is no profile and no effect; it was left out.');
  }
  return rules;
}
