/** How other services have NHS Notify send a message to a patient, and what they hear of it. */

/** A service wants a patient to be told something: by the NHS App, or else by text. */
export const messageWanted = 'notify.message-wanted';

export type MessageWanted = {
  /** The service's own name for the message: unique. */
  readonly reference: string;
  readonly nhsNumber: string;
  /** Of the organisation on whose behalf it is sent. */
  readonly odsCode: string;
  readonly text: string;
};

/** A message has moved on: its callback, as the sender gets it. */
export const messageMoved = 'message-status';
