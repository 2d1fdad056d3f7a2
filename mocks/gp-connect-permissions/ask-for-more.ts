/** A patient asks their practice for more than they may: withdrawn from the contract in 2024, and there for whoever asks by that of 2023. */
import { instant } from '../../src/fhir/instant.ts';
import { isObject } from '../../src/contract/json.ts';
import type { Json } from '../../src/contract/contract.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { prescriptionsLevels, recordLevels } from '../gp-practice/levels.ts';
import { keepAccess, type AskedFor } from '../gp-practice/online-access.ts';
import { settingsOf } from '../gp-practice/practices.ts';
import { onlinePatient, type OnlinePatient } from '../gp-practice/registered.ts';
import { pending } from './told.ts';

const refused = (code: string, display: string, diagnostics: string): Problem => ({
  problem: 'invalid-value',
  message: diagnostics,
  said: { status: 400, code, display, issue: 'invalid', diagnostics },
});

const types = ['appointments', 'prescriptions', 'medicalRecord'];
const members = ['permissionType', 'medicalRecordType', 'accessLevel'];

export function askForMore(call: AnyCall, nhsNumber: string) {
  const patient = onlinePatient(call, nhsNumber);
  if ('problem' in patient) return patient;
  const wanted = readWish(bodyOf(call), instant(call.clock.now()));
  if ('problem' in wanted) return wanted;
  const { access, person, practice } = patient;
  if (settingsOf(practice).offers.length === 0)
    return { problem: 'forbidden', message: 'The practice takes no requests.', said: { ...forbidden, status: 403 } } satisfies Problem;
  if (!isMore(patient, wanted))
    return refused('INVALID_UPDATE', 'Update is invalid', 'Only more than is allowed already can be asked for.');
  const earlier = access.requests.find((one) => isSame(one, wanted));
  if (!earlier) keepAccess(call, person, { ...access, requests: [...access.requests, wanted] });
  return { status: 200 as const, body: pending(earlier ?? wanted) };
}

const forbidden = { code: 'FORBIDDEN_UPDATE', display: 'Update is forbidden', issue: 'forbidden' };

function readWish(body: Json | undefined, asked: string): AskedFor | Problem {
  if (!isObject(body)) return refused('VALIDATION_ERROR', 'Validation error', 'The body must be an object.');
  const { permissionType, medicalRecordType, accessLevel } = body;
  const unknown = Object.keys(body).find((name) => !members.includes(name));
  if (unknown !== undefined)
    return refused('ADDITIONAL_PROPERTIES', 'Additional properties should not be included', 'There are members that are not known.');
  const missing = members.find((name) => body[name] === undefined && (name !== 'medicalRecordType' || permissionType === 'medicalRecord'));
  if (missing !== undefined) return refused('VALIDATION_ERROR', 'Validation error', `${missing} is missing.`);
  const odd = members.find((name) => body[name] !== undefined && !/^[A-Za-z]+$/.test(String(body[name])));
  if (odd !== undefined)
    return refused(
      'UNSUPPORTED_CHARACTERS_IN_FIELD',
      'Unsupported characters in field',
      `${odd} has characters that are none of a level or a type.`,
    );
  if (permissionType === 'medicalRecord') {
    const level = recordLevels.find((one) => one === accessLevel);
    const of = (['current', 'historical'] as const).find((one) => one === medicalRecordType);
    if (level && of) return { asked, permissionType, medicalRecordType: of, accessLevel: level };
  }
  if (permissionType === 'prescriptions') {
    const level = prescriptionsLevels.find((one) => one === accessLevel);
    if (level) return { asked, permissionType, accessLevel: level };
  }
  if (permissionType === 'appointments') return refused('INVALID_UPDATE', 'Update is invalid', 'There are no levels for appointments.');
  const wrong = types.includes(String(permissionType)) ? 'accessLevel or medicalRecordType' : 'permissionType';
  return refused('UNSUPPORTED_VALUE', 'Unsupported value', `${wrong} is none of those that are known.`);
}

function isMore({ access }: OnlinePatient, wanted: AskedFor): boolean {
  if (wanted.permissionType === 'prescriptions')
    return prescriptionsLevels.indexOf(wanted.accessLevel) > prescriptionsLevels.indexOf(access.prescriptions);
  return recordLevels.indexOf(wanted.accessLevel) > recordLevels.indexOf(access[wanted.medicalRecordType]);
}

/** But for when it was asked. */
const isSame = (one: AskedFor, other: AskedFor): boolean =>
  JSON.stringify({ ...one, asked: '' }) === JSON.stringify({ ...other, asked: '' });
