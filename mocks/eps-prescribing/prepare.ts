/** What a prescriber is to sign of an order, what the validator says of a resource, and what Spine is sent of a message. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../../src/contract/base64.ts';
import { isObject } from '../../src/contract/json.ts';
import { xhtml } from '../../src/fhir/clinical/concepts.ts';
import { stringAt } from '../../src/fhir/clinical/element.ts';
import { instant } from '../../src/fhir/instant.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Binary } from '../../src/mock/reply.ts';
import { identifierOf, itemSystem, ofType } from '../prescription-messages/bundle.ts';
import { accepted, outcome, rendered, type Rendered } from '../prescription-messages/dialect.ts';
import { fatal, wrongResource, type Refusal } from '../prescription-messages/issues.ts';
import { signatureAlgorithm, toBeSigned } from '../prescription-messages/signature.ts';
import { findings } from '../prescription-messages/validator.ts';
import { messageIn, type Answered } from './message.ts';

export function prepare(call: AnyCall): Rendered | Refusal {
  const message = messageIn(call);
  if ('problem' in message) return message;
  if (message.event !== 'prescription-order') return fatal('MessageHeader.eventCoding.code must be prescription-order.');
  const parameter = [
    { name: 'digest', valueString: toBase64(utf8ToBytes(toBeSigned(message.placed))) },
    { name: 'timestamp', valueString: instant(call.clock.now()) },
    { name: 'algorithm', valueString: signatureAlgorithm },
  ];
  return rendered(200, { resourceType: 'Parameters', parameter });
}

/** Of any resource: nothing is done with it. */
export function validate(call: AnyCall): Answered | Refusal {
  const resource = bodyOf(call);
  if (!isObject(resource)) return wrongResource('any of FHIR R4');
  const [first, ...others] = findings(resource);
  if (first === undefined) return rendered(200, accepted(call.clock.now()));
  const all = [first, ...others];
  return all.some(({ severity }) => severity === 'error') ? rendered(400, outcome(all)) : rendered(200, outcome(all));
}

/** In the form of HL7 V3 that Spine takes, as far as it names what a message is about. */
export function convert(call: AnyCall): { readonly status: 200; readonly binary: Binary } | Refusal {
  const message = messageIn(call);
  if ('problem' in message) return message;
  const items = ofType(message.placed, 'MedicationRequest');
  const root = message.event === 'prescription-order' ? 'ParentPrescription' : 'CancellationRequest';
  const id = stringAt(items[0]?.resource, 'groupIdentifier', 'value') ?? '';
  const lines = items.map(
    ({ resource }) => `<lineItem><id root="${attribute(identifierOf(resource, itemSystem) ?? '').toUpperCase()}"/></lineItem>`,
  );
  const xml = `<${root} xmlns="urn:hl7-org:v3"><id extension="${attribute(id)}"/>${lines.join('')}</${root}>`;
  return { status: 200, binary: { bytes: new Uint8Array(utf8ToBytes(xml)), type: 'text/plain; charset=UTF-8' } };
}

const attribute = (text: string): string => xhtml(text).replaceAll('"', '&quot;');
