/** The clock of a sandbox in this process, as tests set it and move it on. */
import { realClock } from '../../workspace/time/clock.ts';
import { after } from '../../workspace/time/duration.ts';
import type { ClockSetting } from '../../workspace/time/workspace-clock.ts';
import type { Home } from './home-in-process.ts';
import type { ClockTo, SandboxClock } from './in-process-sandbox.ts';

export function sandboxClock({ workspace: { clock }, catchUp }: Pick<Home, 'workspace' | 'catchUp'>): SandboxClock {
  return {
    now: clock.now,
    set: (to) => clock.set(settingOf(to)),
    async advance(by) {
      const to = typeof by === 'string' ? after(clock.now(), by) : instantOf(by.to);
      if (to < clock.now()) throw new RangeError('a clock is moved on with advance, and set back with set');
      clock.moveTo(to);
      return (await catchUp()).map(({ api, do: what, due }) => ({ api, do: what, due: new Date(due).toISOString() }));
    },
  };
}

function settingOf(to: ClockTo): ClockSetting {
  if (to === 'real') return { mode: 'real' };
  if (typeof to === 'string') return { mode: 'frozen', at: instantOf(to) };
  const real = realClock.now();
  return { mode: 'offset', by: after(real, to.by) - real };
}

export function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError('a clock stands at an instant, as in 2026-01-01T00:00:00Z');
  return instant;
}
