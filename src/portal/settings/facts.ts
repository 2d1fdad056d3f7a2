/** The settings of a workspace as they are, as they were at first, and what the sandbox has of its own. */
import { askControl, type ControlAnswer } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import type { Extra } from './extras-fields.tsx';
import type { ShownSettings } from './setting-words.ts';

export interface SettingsFacts {
  readonly now: ShownSettings;
  readonly atFirst: ShownSettings;
  readonly extras: readonly Extra[];
}

export async function askSettings(visit: PageVisit): Promise<ControlAnswer<SettingsFacts>> {
  const [now, atFirst, extras] = await Promise.all([
    askControl<'read-settings'>(visit, '/settings'),
    askControl<'read-settings'>(visit, '/settings?atFirst=true'),
    askControl<'list-extras'>(visit, '/extras'),
  ]);
  if (!now.ok) return now;
  if (!atFirst.ok) return atFirst;
  if (!extras.ok) return extras;
  return { ok: true, body: { now: now.body, atFirst: atFirst.body, extras: extras.body.extras } };
}
