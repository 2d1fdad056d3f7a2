/** What was dispensed of the items of a prescription: a MedicationDispense for each line of each notification. */
import type { Json } from '../../src/contract/contract.ts';
import { eachOf, elementAt, elementsAt, fhirElement, numberAt, stringAt } from '../../src/fhir/clinical/element.ts';
import type { IssueState, Prescription, Step } from '../prescriptions/prescription.ts';
import { entryOf, medicineOf, quantityOf, referTo, roleOf, type Entry } from './head.ts';
import { extensionOf, identifier, itemStatusCoding, statusCoding } from './systems.ts';

interface Dispensed {
  readonly entries: readonly Entry[];
  readonly byStep: ReadonlyMap<Step, readonly string[]>;
}

interface Ids {
  readonly id: (what: string) => string;
  readonly patient: string;
}

export function dispensesOf({ steps, items, pharmacy }: Prescription, state: IssueState, ids: Ids): Dispensed {
  const notifications = steps.filter(({ issue, what }) => issue === state.issue && (what === 'dispensed' || what === 'amended'));
  const last = notifications.at(-1);
  if (!last) return { entries: [], byStep: new Map() };
  const dispenser = ids.id('dispenser');
  const byStep = new Map<Step, readonly string[]>();
  const entries: Entry[] = [entryOf('include', dispenser, roleOf(dispenser, last.by?.organisation ?? state.dispenser ?? pharmacy ?? ''))];
  for (const [n, step] of notifications.entries()) {
    const lines = linesIn(step);
    const here = items.filter(({ id }) => step.items?.[id] !== undefined);
    for (const item of here) {
      const line = lines.get(item.id);
      const id = ids.id(`dispense ${n} ${item.id}`);
      const status = step.items?.[item.id] ?? '0008';
      entries.push(
        entryOf('include', id, {
          resourceType: 'MedicationDispense',
          ...fhirElement({
            id,
            identifier: [identifier('prescription-order-item-number', item.id)],
            subject: referTo(ids.patient),
            status: step === last ? 'in-progress' : 'unknown',
            statusReasonCodeableConcept: elementAt(line, 'statusReasonCodeableConcept'),
            performer: [{ actor: referTo(dispenser) }],
            type: { coding: [{ ...itemStatusCoding(status) }] },
            authorizingPrescription: [referTo(ids.id(item.id))],
            medicationCodeableConcept: medicineOf(stringAt(line, 'medicationCodeableConcept', 'coding', 'display') ?? item.medicine.text),
            quantity: quantityOf({
              value: numberAt(line, 'quantity', 'value') ?? (status === '0001' ? item.quantity.value : 0),
              unit: stringAt(line, 'quantity', 'unit') ?? item.quantity.unit,
            }),
            dosageInstruction: [{ text: stringAt(line, 'dosageInstruction', 'text') ?? item.dose }],
            extension: [extensionOf('EPS-TaskBusinessStatus', { valueCoding: { ...statusCoding(state.status) } })],
          }),
        }),
      );
    }
    byStep.set(
      step,
      here.map(({ id }) => ids.id(`dispense ${n} ${id}`)),
    );
  }
  return { entries, byStep };
}

/** What was sent of each item: by the prescription that it was authorised by, which the notification contains. */
function linesIn({ sent }: Step): ReadonlyMap<string, Json> {
  if (sent === undefined) return new Map();
  const dispenses = elementsAt(JSON.parse(sent) as Json, 'entry').flatMap((entry) => {
    const resource = elementAt(entry, 'resource');
    return resource !== undefined && stringAt(resource, 'resourceType') === 'MedicationDispense' ? [resource] : [];
  });
  return new Map(
    dispenses.flatMap((dispense): [string, Json][] => {
      const [request] = eachOf(elementsAt(dispense, 'contained').filter((one) => stringAt(one, 'resourceType') === 'MedicationRequest'));
      const id = stringAt(request, 'identifier', 'value')?.toLowerCase();
      return id === undefined ? [] : [[id, dispense]];
    }),
  );
}
