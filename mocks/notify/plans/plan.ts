/** A routing plan: by which channels a message goes, in which order, how long each of them has, and what it says. */

export type ChannelType = 'nhsapp' | 'email' | 'sms' | 'letter';

/** Texts with fields: `((clinic))` is a value that is sent with the message, or one of the patient's record. */
export interface Template {
  readonly subject?: string;
  readonly body: string;
}

export interface Step {
  readonly channel: ChannelType;
  /** After so long without a delivery it has failed, and the next one begins. */
  readonly hours: number;
  /** Primary ones go in turn, until one delivers; a secondary one goes whatever becomes of them. */
  readonly cascade: 'primary' | 'secondary';
  readonly template: Template;
}

export interface RoutingPlan {
  readonly id: string;
  readonly name: string;
  /** Of one message; in a batch the official sandbox says another. */
  readonly version: string;
  readonly createdDate: string;
  readonly steps: readonly Step[];
}

export const batchVersion = '1';

/** What an answer says of a plan. */
export const shownPlan = ({ id, name, version, createdDate }: RoutingPlan) => ({ id, name, version, createdDate });
