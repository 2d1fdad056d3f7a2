/** Pages about a request: the clinical information of a referral, and a request for advice with all that was said. */
import { dateOf } from '../../../src/fhir/instant.ts';
import { pdf } from '../../../src/fhir/pdf.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Advice, AdviceMessage } from '../advice/advice.ts';
import { adviceOf } from '../advice/advice.ts';
import { adviceToRead } from '../advice/target.ts';
import { attachmentOf } from '../attachments/attachment.ts';
import { fileReply } from '../attachments/download.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { specialtyNamed } from '../healthcare-services/specialties.ts';
import { displayOfPriority } from '../reference/displays.ts';
import type { Referral } from '../referral/referral.ts';
import { stateDisplays } from '../referral/states.ts';
import { referralToRead, wrongPatient } from '../referral/target.ts';

export function clinicalInformation(call: AnyCall) {
  const referral = referralToRead(call);
  if ('problem' in referral) return referral;
  const advice = adviceOf(call, referral.ubrn);
  const paragraphs = [...referralLines(call, referral), ...(advice ? conversationLines(call, advice) : [])];
  return page(call, referral.nhsNumber, {
    name: `${referral.ubrn}_Clinical_Information_Summary`,
    title: 'Clinical information summary',
    paragraphs,
  });
}

export function adviceOverview(call: AnyCall) {
  const advice = adviceToRead(call);
  if ('problem' in advice) return advice;
  const paragraphs = [...adviceLines(call, advice), ...conversationLines(call, advice)];
  return page(call, advice.patient, { name: `${advice.ubrn}_Advice_And_Guidance`, title: 'Advice and guidance', paragraphs });
}

interface Page {
  readonly name: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Its name ends with the second at which it was made. */
function page(call: AnyCall, patient: string, { name, title, paragraphs }: Page): ReturnType<typeof fileReply> | Problem {
  const problem = wrongRecord(call, patient);
  if (problem) return problem;
  const second = new Date(call.clock.now()).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return fileReply(`${name}_${second}.pdf`, {
    type: 'application/pdf',
    bytes: pdf(title, [...aboutPatient(call, patient), ...paragraphs]),
  });
}

/** Of the dead there is still a page to read. */
function wrongRecord(call: AnyCall, patient: string): Problem | undefined {
  const problem = wrongPatient(call, patient);
  return problem && isProblem(problem) && call.population.find(patient)?.death === undefined ? problem : undefined;
}

function aboutPatient({ population }: AnyCall, nhsNumber: string): readonly string[] {
  const person = population.find(nhsNumber);
  const [name] = person?.names ?? [];
  return [
    `NHS number ${nhsNumber}${name ? `\n${[...name.given, name.family].join(' ')}` : ''}${person ? `\nBorn ${person.birthDate}` : ''}`,
  ];
}

const listed = (heading: string, lines: readonly string[]): readonly string[] => (lines.length > 0 ? [[heading, ...lines].join('\n')] : []);

function filesIn(call: AnyCall, files: readonly { readonly id: string }[]): readonly string[] {
  return files.flatMap(({ id }) => attachmentOf(call, id)?.name ?? []);
}

function referralLines(call: AnyCall, { ubrn, priority, specialty = '', shortlist, state, comments, created, attachments }: Referral) {
  return [
    `UBRN ${ubrn}, created ${created.slice(0, 10)}\n${displayOfPriority(priority)}, ${stateDisplays[state]}\nSpecialty: ${specialtyNamed(specialty)?.display ?? specialty}`,
    ...listed(
      'Services',
      shortlist.flatMap((id) => serviceOf(call, id)?.name ?? []),
    ),
    ...listed('Comments', comments === undefined ? [] : [comments]),
    ...listed('Files', filesIn(call, attachments)),
  ];
}

const adviceLines = (call: AnyCall, { ubrn, priority, specialty, service, files }: Advice): readonly string[] => [
  `UBRN ${ubrn}\n${displayOfPriority(priority)}\nSpecialty: ${specialtyNamed(specialty)?.display ?? specialty}\nService: ${serviceOf(call, service)?.name ?? service}`,
  ...listed('Files', filesIn(call, files)),
];

const speakers: Readonly<Record<AdviceMessage['by'], string>> = {
  REQUESTER: 'Referrer',
  RESPONDER: 'Provider',
  REFERRER_CLINICAL_INFORMATION_UPDATED: 'Referrer, new clinical information',
};

export function conversationLines(call: AnyCall, { messages }: Advice): readonly string[] {
  return messages.map(({ by, sent, from, text, files }) => {
    const names = filesIn(call, files);
    return [
      `${speakers[by]} (${from.organisation}), ${dateOf(sent)}:`,
      ...(text === undefined ? [] : [text]),
      ...(names.length > 0 ? [`With: ${names.join(', ')}`] : []),
    ].join('\n');
  });
}
