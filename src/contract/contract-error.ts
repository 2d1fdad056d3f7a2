/** Why a text cannot be used as a contract at all. Faults in parts of a contract are quirks, not errors. */

export type ContractErrorKind =
  | 'too-large'
  | 'unreadable'
  | 'incomplete'
  | 'no-openapi'
  | 'unsupported-version'
  | 'too-many-operations'
  | 'too-much-work'
  | 'unsafe';

/** Recognise it by `name` and `kind`, not by class: bundles can hold two copies of this module. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly kind: ContractErrorKind;

  constructor(kind: ContractErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
