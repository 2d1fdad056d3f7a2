/** What each setting is called on its page, in the order in which they stand there: a setting that is new has to join. Values and what they mean are the contract's. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type ShownSettings = components['schemas']['Settings'];
export type SettingName = keyof components['schemas']['SettingsChange'];
/** Access and extras have parts of their own. */
export type FieldSetting = Exclude<SettingName, 'access' | 'extras'>;

type Groups = readonly (readonly [heading: string, settings: readonly FieldSetting[]])[];

export const settingLabels: Readonly<Record<FieldSetting, string>> = {
  checks: 'Requests that break the contract',
  mediaTypes: 'Bodies of another kind of JSON',
  unknownIds: 'Ids that nobody published',
  examples: 'Examples that break their own schema',
  profiles: 'Form of FHIR',
  compatibility: 'Real service or official sandbox',
  delay: 'Delay in milliseconds',
  asOf: 'Day of the population',
  callbacks: 'Where messages are sent',
  journal: 'Exchanges that are kept',
  journalBytes: 'Bytes of all that is kept',
  journalBody: 'Bytes that are kept of a body',
};

export const groups: Groups = [
  ['What a request may be', ['checks', 'mediaTypes']],
  ['What is answered', ['compatibility', 'profiles', 'unknownIds', 'examples', 'delay']],
  ['People and messages', ['asOf', 'callbacks']],
  ['What the journal keeps', ['journal', 'journalBytes', 'journalBody']],
];

/** As a field has it. No mode at all is one of its own there. */
export const fieldValueOf = (settings: ShownSettings, name: FieldSetting): string => String(settings[name] ?? 'none');
