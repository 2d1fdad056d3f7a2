/** For testing: the updates that an application has sent, fifteen at a time. */
import type { operations } from '../../src/generated/prescription-status-update.types.ts';
import type { Behaviour } from '../../src/mock/mock.ts';
import { updatesOf, type StatusUpdate } from '../prescriptions/updates.ts';

const perPage = 15;

const shown = (update: StatusUpdate) => ({
  ApplicationName: update.application?.name ?? 'unknown',
  RequestID: update.request,
  LastModified: update.modifiedText,
  TerminalStatus: update.isTerminal ? 'completed' : 'in-progress',
  PharmacyODSCode: update.pharmacy,
  Status: update.status,
  TaskID: update.task,
  PatientNHSNumber: update.nhsNumber,
  LineItemID: update.item,
  PrescriptionID: update.prescription,
});

const isAfter = ({ prescription, task }: StatusUpdate, lastPrescription: string, lastTask: string): boolean =>
  prescription > lastPrescription || (prescription === lastPrescription && task > lastTask);

export const check: Behaviour<operations['check-prescription-status-updates']> = (call) => {
  const { odscode, nhsnumber, prescriptionid } = call.query;
  const { application } = call.caller;
  const [lastPrescription, lastTask] = [call.header('ExclusiveStartKey-PrescriptionID'), call.header('ExclusiveStartKey-TaskID')];
  const found = updatesOf(call, prescriptionid)
    .filter(
      (update) =>
        (odscode === undefined || update.pharmacy === odscode) &&
        (nhsnumber === undefined || update.nhsNumber === nhsnumber) &&
        (application?.id === undefined || update.application === undefined || update.application.id === application.id) &&
        (lastPrescription === undefined || lastTask === undefined || isAfter(update, lastPrescription, lastTask)),
    )
    .toSorted((a, b) => (isAfter(a, b.prescription, b.task) ? 1 : -1));
  const page = found.slice(0, perPage);
  const last = found.length > perPage ? page.at(-1) : undefined;
  return {
    status: 200,
    ...(last && { headers: { 'LastEvaluatedKey-PrescriptionID': last.prescription, 'LastEvaluatedKey-TaskID': last.task } }),
    body: { items: page.map(shown) },
  };
};
