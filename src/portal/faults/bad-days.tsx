/** Named sets of faults: each is turned on and off as one. */
import type { operations } from '../../generated/sandbox-control.types.ts';
import { PortalForm } from '../page/form.tsx';
import { requestsInWords, type KnownApis } from '../rules/match.ts';
import type { PageVisit } from '../visit.ts';
import { effectInWords, type KeptFault } from './fault-words.ts';

export type BadDay = operations['list-fault-profiles']['responses']['200']['content']['application/json']['profiles'][number];

interface BadDaysProps {
  readonly visit: PageVisit;
  readonly days: readonly BadDay[];
  readonly faults: readonly KeptFault[];
  readonly apis: KnownApis;
}

/** The ids that its faults are given. */
export const idsOf = ({ name, faults }: BadDay): readonly string[] => faults.map((_, index) => `${name}-${index + 1}`);

export function BadDays({ visit, days, faults, apis }: BadDaysProps) {
  const there = new Set(faults.map(({ id }) => id));
  return (
    <ul class="rules" role="list">
      {days.map((day) => {
        const ids = idsOf(day);
        const many = ids.filter((id) => there.has(id)).length;
        const isOn = many > 0;
        return (
          <li>
            <p>
              <strong>{day.name}</strong>:{' '}
              <span>{!isOn ? 'off' : many === ids.length ? 'on' : `on, ${many} of its ${ids.length} faults`}</span>
            </p>
            <p>{day.about}</p>
            <div class="actions">
              <PortalForm visit={visit} action="/faults">
                <input type="hidden" name="day" value={day.name} />
                <button class="plain" name="do" value={isOn ? 'day-off' : 'day-on'}>
                  Turn {day.name} {isOn ? 'off' : 'on'}
                </button>
              </PortalForm>
              <details>
                <summary>What goes wrong by it</summary>
                <ul>
                  {day.faults.map(({ match, effect }) => (
                    <li>
                      {effectInWords(effect)}, for {requestsInWords(match, apis)}
                    </li>
                  ))}
                </ul>
              </details>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
