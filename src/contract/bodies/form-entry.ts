/** One member of a form as it travelled: a pair of a urlencoded form, or a part of a multipart one. */

export interface FormEntry {
  readonly name: string;
  /** Undefined where the bytes are no text. */
  readonly text: string | undefined;
  /** Still percent-encoded: a comma that separates and a comma that belongs to a value differ only there. */
  readonly encoded?: string;
  readonly part?: PartOfForm;
}

export interface PartOfForm {
  readonly contentType?: string;
  /** The name of the file that it came from. */
  readonly filename?: string;
  /** How many bytes it has. */
  readonly size: number;
}

export interface Malformed {
  /** Plain English: what is wrong with the body as such. Never quotes it. */
  readonly malformed: string;
}
