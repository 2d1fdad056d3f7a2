/** The part of the form that says as whom the request is sent. */
import { AccessLines } from '../apis/access/access-lines.tsx';
import { personaLine, type PersonaGroup } from '../tokens/personas.ts';
import { to, type PageVisit } from '../visit.ts';
import { admittingOf } from './admitting.ts';
import { idOf } from './field-id.ts';
import { RequestField } from './field.tsx';
import { fieldName } from './request.ts';
import { credentialOf, modeOf, type Whom } from './whom.ts';
import { alone, strictly, whomFields } from './whom-fields.ts';

interface AsWhomProps {
  readonly visit: PageVisit;
  readonly whom: Whom;
  readonly texts: (field: string) => string;
  readonly faults: ReadonlyMap<string, string>;
}

export function AsWhom({ visit, whom, texts, faults }: AsWhomProps) {
  const { access, applications } = whom;
  const shown = (field: string) => ({ field, text: texts(field), fault: faults.get(field) });
  return (
    <fieldset id="try-whom" data-admits={JSON.stringify(admittingOf(whom))}>
      <legend>As whom</legend>
      <AccessLines access={access} />
      {applications === undefined || applications.length === 0 ? (
        <NoApplication visit={visit} isRefused={applications === undefined} />
      ) : (
        <>
          <Chosen whom={whom} chosen={texts(whomFields.as)} fault={faults.get(whomFields.as)} />
          <RequestField
            {...shown(whomFields.number)}
            label="Or as the patient of an NHS number"
            hint="Anybody of this sandbox, proved in full (P9)."
          />
          <input type="hidden" name={whomFields.given} value={texts(whomFields.given)} />
          <input type="hidden" name={whomFields.was} value={texts(whomFields.was)} />
        </>
      )}
      <Further whom={whom} texts={texts} faults={faults} />
    </fieldset>
  );
}

/** What is seldom wanted: folded away, unless something of it was chosen or is wrong. */
function Further({ whom: { access, applications = [] }, texts, faults }: Omit<AsWhomProps, 'visit'>) {
  const credential = credentialOf(access);
  const proof = credential && fieldName(credential);
  const strict = fieldName(strictly);
  const isOwnProof = proof !== undefined && texts(proof) !== '' && texts(proof) !== texts(whomFields.given);
  const isOther = texts(whomFields.application) !== '' && texts(whomFields.application) !== applications[0]?.id;
  const isWrong = [proof, strict, whomFields.application].some((field) => field !== undefined && faults.has(field));
  const shown = (field: string) => ({ field, text: texts(field), fault: faults.get(field) });
  if (!credential && access.isStrict && applications.length < 2) return null;
  return (
    <details open={isOwnProof || isOther || isWrong || texts(strict) !== ''}>
      <summary>{access.isStrict ? 'Which application and token' : 'Which application and token, and how strictly'}</summary>
      {applications.length > 1 && (
        <RequestField
          {...shown(whomFields.application)}
          label="Through which application"
          options={applications.map(({ id, name }) => [id, name] as const)}
          isFixed
        />
      )}
      {credential && (
        <RequestField
          {...shown(fieldName(credential))}
          label={credential.name}
          hint={
            credential.type === 'token'
              ? 'The access token. It is filled in when you send, for whom you chose; or type one of your own.'
              : 'The API key of an application. It is filled in when you send; or type one of your own.'
          }
        />
      )}
      {!access.isStrict && (
        <RequestField
          {...shown(strict)}
          label="How strictly"
          hint="Access is open here: whoever asks is let in. Where it is strict, this request is looked at as the real service does."
          none="Open, as this workspace is"
          options={[['strict', 'Strict, as the real service is']]}
        />
      )}
    </details>
  );
}

function NoApplication({ visit, isRefused }: { readonly visit: PageVisit; readonly isRefused: boolean }) {
  if (!isRefused)
    return (
      <p>
        No application is registered here that could have a token. <a href={to(visit, '/applications')}>Register one</a>
      </p>
    );
  return visit.isDemonstration ? (
    <p>
      The demonstration gives nobody a token. <a href={to(visit, '/workspace/new')}>Make a workspace of your own</a> to try this as
      somebody.
    </p>
  ) : (
    <p>
      Whoever has the workspace’s key can try this as somebody. <a href={to(visit, '/key')}>Give the key</a>
    </p>
  );
}

interface ChosenProps {
  readonly whom: Whom;
  readonly chosen: string;
  readonly fault: string | undefined;
}

function Chosen({ whom: { access, groups }, chosen, fault }: ChosenProps) {
  const id = idOf(whomFields.as);
  const isRefused = (kind: 'patient' | 'worker' | undefined): boolean => access.modes?.[modeOf(kind)] === 'none';
  return (
    <p class="field">
      <label for={id}>Send it as</label>
      <select id={id} name={whomFields.as} aria-describedby={`${id}-fault`} aria-invalid={fault === undefined ? undefined : 'true'}>
        <option value="">Nobody in particular</option>
        <option value={alone} selected={chosen === alone} data-mode={modeOf(undefined)}>
          The application alone, with nobody signed in{isRefused(undefined) && ' (the real service refuses it)'}
        </option>
        {groups.map((group) => (
          <Group group={group} chosen={chosen} isRefused={isRefused} />
        ))}
      </select>
      <span class="hint bad" id={`${id}-fault`}>
        {fault}
      </span>
    </p>
  );
}

interface GroupProps {
  readonly group: PersonaGroup;
  readonly chosen: string;
  readonly isRefused: (kind: 'patient' | 'worker') => boolean;
}

function Group({ group: { name, personas }, chosen, isRefused }: GroupProps) {
  const isOut = personas.every(({ kind }) => isRefused(kind));
  return (
    <optgroup label={isOut ? `${name} (the real service refuses them)` : name}>
      {personas.map((one) => (
        <option value={one.id} selected={one.id === chosen} data-mode={modeOf(one.kind)}>
          {personaLine(one)}
        </option>
      ))}
    </optgroup>
  );
}
