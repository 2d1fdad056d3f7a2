/** What a prescriber is to sign of an order, and what Spine is sent of a message. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../../src/contract/base64.ts';
import { xhtml } from '../../src/fhir/clinical/concepts.ts';
import { system } from '../../src/fhir/clinical/systems.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import type { Binary } from '../../src/mock/reply.ts';
import type { Typed } from '../electronic-prescriptions/facade.ts';
import { told, wrongValue } from '../electronic-prescriptions/issues.ts';
import { groupIdentifierOf, identifierIn, ofType } from '../electronic-prescriptions/message.ts';
import { signatureAlgorithm, toBeSigned } from '../electronic-prescriptions/signed.ts';
import { taking, type Message } from './process-message.ts';

export const prepare = (call: AnyCall): Typed | Problem =>
  taking(call, ({ bundle, isOrder }) => {
    if (!isOrder) return told([ordersAlone], call.clock.now());
    const parameter = [
      { name: 'digest', valueString: toBase64(utf8ToBytes(toBeSigned(bundle))) },
      { name: 'timestamp', valueString: instant(call.clock.now()) },
      { name: 'algorithm', valueString: signatureAlgorithm },
    ];
    return { status: 200, rendered: JSON.stringify({ resourceType: 'Parameters', parameter }) };
  });

const ordersAlone = wrongValue(
  "MessageHeader.eventCoding.code must be 'prescription-order'.",
  'Bundle.entry.resource.ofType(MessageHeader).eventCoding.code',
);

/** In the form of HL7 V3, as far as it names what a message is about. */
export function convert(call: AnyCall): Typed | Problem | { readonly status: 200; readonly binary: Binary } {
  const taken = taking(call, (message) => ({ status: 200, rendered: hl7v3(message) }));
  if ('problem' in taken || taken.status !== 200) return taken;
  return { status: 200, binary: { bytes: new Uint8Array(utf8ToBytes(taken.rendered)), type: 'text/plain' } };
}

function hl7v3({ placed, isOrder }: Message): string {
  const items = ofType(placed, 'MedicationRequest');
  const root = isOrder ? 'ParentPrescription' : 'CancellationRequest';
  const lines = items.map(
    ({ resource }) => `<lineItem><id root="${attribute(identifierIn(resource, system.prescriptionItem)).toUpperCase()}"/></lineItem>`,
  );
  return `<${root} xmlns="urn:hl7-org:v3"><id extension="${attribute(groupIdentifierOf(items[0]?.resource))}"/>${lines.join('')}</${root}>`;
}

const attribute = (text = ''): string => xhtml(text).replaceAll('"', '&quot;');
