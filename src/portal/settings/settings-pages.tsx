/** How this workspace answers: access first, and then everything else in one form. */
import { portalPath } from '../../gateway/places.ts';
import { askControl, sending } from '../control.ts';
import { ownSchemas } from '../own-schemas.ts';
import { confirmPage } from '../page/confirm.tsx';
import { consolePage } from '../page/console.tsx';
import { Done } from '../page/done.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { refused as refusedPage } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import type { TextOf } from '../rules/typed.ts';
import { to, type PageVisit } from '../visit.ts';
import { AccessPart } from './access-part.tsx';
import { accessChange, changesTyped } from './changes.ts';
import { ExtrasFields, openAccess } from './extras-fields.tsx';
import { askSettings } from './facts.ts';
import { SettingField } from './setting-field.tsx';
import { groups, fieldValueOf } from './setting-words.ts';

export function settingsPages(pages: Pages): void {
  const settings = `${portalPath}/settings`;
  pages.get(settings, ({ env: visit }) => settingsPage(visit));
  pages.post(settings, ({ env: visit }) => withForm(visit, (typed) => change(visit, typed)));
  pages.get(`${settings}/take-back`, ({ env: visit }) => confirmTakeBack(visit));
  pages.post(`${settings}/take-back`, ({ env: visit }) => withForm(visit, () => takeBack(visit)));
}

const doneWords = {
  strict: 'Access is strict, from the next request on.',
  open: 'Access is open, from the next request on.',
  changed: 'It is answered so from the next request on.',
  same: 'Nothing was changed: everything is as it was.',
  back: 'All settings are what this workspace was made with.',
};

async function settingsPage(visit: PageVisit, typed?: TextOf, refused?: Refused): Promise<Response> {
  const [schemas, facts] = await Promise.all([ownSchemas(visit), askSettings(visit)]);
  if (!facts.ok) return refusedPage(visit, facts);
  if (!schemas.ok) return refusedPage(visit, schemas);
  const { now, atFirst, extras } = facts.body;
  const schemaOf = schemas.body;
  const isThere = (name: string): boolean => extras.some((extra) => extra.name === name && extra.isThere);
  return consolePage(visit, {
    part: 'settings',
    title: 'Settings',
    ...(refused && { status: refused.status }),
    main: (
      <>
        <Done visit={visit} words={doneWords} />
        <Refusal refused={refused} />
        <p>
          What is set counts from the next request on. A reset leaves settings alone; snapshots take them along. The default of each is what
          this workspace was made with.
        </p>
        <AccessPart visit={visit} isOpen={isThere(openAccess)} schema={schemaOf('Settings').properties?.['access'] ?? {}} />
        <PortalForm visit={visit} action="/settings">
          {groups.map(([heading, names]) => (
            <>
              <h2>{heading}</h2>
              {names.map((name) => (
                <SettingField
                  name={name}
                  schemaOf={schemaOf}
                  value={typed?.(name) ?? fieldValueOf(now, name)}
                  now={now}
                  atFirst={atFirst}
                  fault={faultAt(refused, `/${name}`)}
                />
              ))}
            </>
          ))}
          <h2>Extras</h2>
          <ExtrasFields
            extras={extras}
            isTicked={(name) => (typed ? typed(`extra-${name}`) !== '' : isThere(name))}
            fault={faultAt(refused, '/extras')}
          />
          <p>
            <button name="do" value="change">
              Save the settings
            </button>
          </p>
        </PortalForm>
        <p>
          <a href={to(visit, '/settings/take-back')}>Take all settings back to their defaults</a>
        </p>
      </>
    ),
  });
}

async function change(visit: PageVisit, typed: TextOf): Promise<Response> {
  const facts = await askSettings(visit);
  if (!facts.ok) return refusedPage(visit, facts);
  const task = typed('do');
  const isAccess = task === 'strict' || task === 'open';
  const changes = isAccess ? accessChange(task, facts.body) : changesTyped(typed, facts.body);
  if (Object.keys(changes).length === 0) return seePage(visit, '/settings?done=same');
  const done = await askControl<'change-settings'>(visit, '/settings', sending('PATCH', changes));
  if (done.ok) return seePage(visit, `/settings?done=${isAccess ? task : 'changed'}`);
  return done.status === 401 ? refusedPage(visit, done) : settingsPage(visit, isAccess ? undefined : typed, done);
}

async function confirmTakeBack(visit: PageVisit): Promise<Response> {
  const facts = await askSettings(visit);
  if (!facts.ok) return refusedPage(visit, facts);
  return confirmPage(visit, {
    part: 'settings',
    title: 'Take all settings back?',
    words: 'Access and every other setting are again what this workspace was made with. What was sent to it stays.',
    action: '/settings/take-back',
    button: 'Take them back',
    back: '/settings',
  });
}

async function takeBack(visit: PageVisit): Promise<Response> {
  const schemas = await ownSchemas(visit);
  if (!schemas.ok) return refusedPage(visit, schemas);
  const names = Object.keys(schemas.body('SettingsChange').properties ?? {});
  const done = await askControl<'change-settings'>(
    visit,
    '/settings',
    sending('PATCH', Object.fromEntries(names.map((name) => [name, null]))),
  );
  return done.ok ? seePage(visit, '/settings?done=back') : refusedPage(visit, done);
}
