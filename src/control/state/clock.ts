/** The clock of a workspace: what it says, what is due next by it, and how it is set or moved on. */
import type { Api } from '../../gateway/api.ts';
import { catchUpWhole } from '../../gateway/cues.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import { laterByStub } from '../../gateway/stubs/change-state.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import { deliverer } from '../../workspace/callbacks/deliveries.ts';
import { realClock } from '../../workspace/time/clock.ts';
import { after, durationText, isIsoDuration } from '../../workspace/time/duration.ts';
import type { Pending } from '../../workspace/time/schedule.ts';
import type { ClockSetting, WorkspaceClock } from '../../workspace/time/workspace-clock.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import { readInstant } from '../instant.ts';

type Schemas = components['schemas'];
type Asked = Pick<Schemas['ClockChange'], 'mode' | 'at' | 'by'>;

/** What is told of what is due next. */
const shownNext = 10;
/** What is told of what ran. */
const shownRan = 100;
const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(3000, 0, 1) - 1;

export function clockBehaviours({ apis }: BesideControl): Behaviours<'read-clock' | 'set-clock' | 'change-clock' | 'advance-clock'> {
  const listed = listedWith(apis);

  /** Each in a transaction of its own: where one fails, or the process is killed, the others stand, and what is left is done later. */
  function move(workspace: Workspace, to: (clock: WorkspaceClock) => void): Schemas['MovedClock'] {
    to(workspace.clock);
    const ran = catchUpWhole(workspace, apis);
    return { ...shown(workspace, listed), ran: ran.slice(0, shownRan).map(listed), ranInAll: ran.length };
  }

  function set({ visit: { workspace } }: Pick<Ask<'set-clock'>, 'visit'>, asked: Asked): Schemas['MovedClock'] | Problem {
    const setting = settingIn(asked, workspace.clock);
    return isProblem(setting) ? setting : move(workspace, (clock) => clock.set(setting));
  }

  return {
    'read-clock': ({ visit: { workspace } }) => ({
      status: 200,
      body: { ...shown(workspace, listed), happened: workspace.schedule.done().map(listed) },
    }),
    'set-clock': elsewhere({
      sends: async (call: Ask<'set-clock'>) => set(call, call.body),
      turn: (_: Ask<'set-clock'>, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'change-clock': elsewhere({
      sends: async (call: Ask<'change-clock'>) => set(call, call.body),
      turn: (_: Ask<'change-clock'>, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'advance-clock': elsewhere({
      async sends({ body, visit: { workspace } }: Ask<'advance-clock'>): Promise<Schemas['MovedClock'] | Problem> {
        const to = targetIn(body, workspace.clock);
        return isProblem(to) ? to : move(workspace, (clock) => clock.moveTo(to.instant));
      },
      turn: (_: Ask<'advance-clock'>, { sent }) => ({ status: 200 as const, body: sent }),
    }),
  };
}

function shown({ clock, schedule, population }: Workspace, listed: Listed): Schemas['Clock'] {
  const setting = clock.setting();
  const { count, first } = schedule.pending(shownNext);
  return {
    mode: setting.mode,
    now: new Date(clock.now()).toISOString(),
    populationAsOf: population.asOf,
    ...(setting.mode === 'offset' && { by: durationText(setting.by) }),
    scheduled: count,
    next: first.map(listed),
  };
}

type Listed = (pending: Pending) => Schemas['ScheduledAction'];

const listedWith =
  (apis: readonly Api[]): Listed =>
  ({ api, do: name, due }) => {
    const what = api === deliverer ? 'A message is sent to its receiver' : wordsFor(apis, api, name);
    return { api, do: name, ...(what !== undefined && { what }), due: new Date(due).toISOString() };
  };

function wordsFor(apis: readonly Api[], slug: string, name: string): string | undefined {
  if (name === laterByStub) return 'A stub changes what is stored';
  const words = apis.find((api) => api.slug === slug)?.mock?.events?.laterInWords ?? {};
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function settingIn({ mode: said, at, by }: Asked, clock: WorkspaceClock): ClockSetting | Problem {
  const present = clock.setting().mode;
  const mode = said ?? (by !== undefined || present !== 'frozen' ? 'offset' : 'frozen');
  if (mode === 'real') return at === undefined && by === undefined ? { mode } : wrong(at === undefined ? '/by' : '/at', notOfReal);
  if (mode === 'frozen') {
    if (by !== undefined) return wrong('/by', 'says how far ahead of real time a clock goes: a frozen one stands at an instant, "at"');
    const instant = at === undefined ? clock.now() : instantAt('/at', at);
    return typeof instant === 'number' ? { mode, at: instant } : instant;
  }
  const real = realClock.now();
  if ((at === undefined) === (by === undefined))
    return wrong(
      '',
      'wants one of "by", how far ahead of real time the clock goes ("PT2H", "-P1D"), and "at", the instant from which it goes on',
    );
  const instant = at === undefined ? instantBy('/by', by ?? '', real) : instantAt('/at', at);
  return typeof instant === 'number' ? { mode, by: instant - real } : instant;
}

function targetIn({ by, to }: Schemas['ClockAdvance'], clock: WorkspaceClock): { readonly instant: number } | Problem {
  const now = clock.now();
  if ((by === undefined) === (to === undefined)) return wrong('', 'wants one of "by", a duration such as "P1D", and "to", an instant');
  const instant = to === undefined ? instantBy('/by', by ?? '', now) : instantAt('/to', to);
  if (typeof instant !== 'number') return instant;
  if (instant >= now) return { instant };
  return wrong(
    to === undefined ? '/by' : '/to',
    `lies before ${new Date(now).toISOString()}: a clock is set back with PUT /_sandbox/clock`,
  );
}

function instantAt(pointer: string, text: string): number | Problem {
  const instant = readInstant(text);
  return instant === undefined
    ? wrong(pointer, 'must be an instant with its zone, as in "2026-01-01T00:00:00Z"')
    : bounded(pointer, instant);
}

function instantBy(pointer: string, text: string, from: number): number | Problem {
  if (!isIsoDuration(text.replace(/^-/, ''))) return wrong(pointer, 'must be a duration of ISO 8601, as in "PT1H30M", "P1D" or "P1M"');
  return bounded(pointer, after(from, text));
}

const bounded = (pointer: string, instant: number): number | Problem =>
  instant >= earliest && instant <= latest ? instant : wrong(pointer, 'leads out of the years 1970 to 2999');

const notOfReal = 'goes with a clock that is frozen or offset: real time is what it is';

function wrong(pointer: string, what: string): Problem {
  const message = `The body${pointer === '' ? '' : ` at ${pointer}`} ${what}.`;
  return { problem: 'invalid-value', message, faults: [{ in: 'body', pointer, keyword: 'value', message }] };
}
