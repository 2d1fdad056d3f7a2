/** The mailboxes of the official sandbox and what they receive. Any other name is a mailbox, too: nobody has to register one here. */

export interface Mailbox {
  readonly id: string;
  readonly name: string;
  readonly ods: string;
  readonly receives: readonly string[];
}

export const mailboxes: readonly Mailbox[] = [
  { id: 'X26ABC1', name: 'TESTMB1', ods: 'X26', receives: ['TEST_WORKFLOW_ACK', 'TEST_WORKFLOW2'] },
  { id: 'X26ABC2', name: 'TESTMB2', ods: 'X26', receives: ['TEST_WORKFLOW', 'TEST_WORKFLOW2'] },
  { id: 'X26ABC3', name: 'TESTMB3', ods: 'X27', receives: ['TEST_WORKFLOW_ACK', 'TEST_WORKFLOW2'] },
];

export const receiversOf = (workflow: string): readonly Mailbox[] => mailboxes.filter(({ receives }) => receives.includes(workflow));

export function mailboxNamed(id: string): Pick<Mailbox, 'name' | 'ods'> {
  return mailboxes.find((one) => one.id === id) ?? { name: id, ods: id.slice(0, 3) };
}
