/** How large a request body and a contract brought at run time may be. One place, so that every door says the same. */

const MIB = 1024 * 1024;

/** Where nothing else is set: a deployment has many to serve, a machine of one's own has one. */
export const BODY_BYTES = MIB;
export const OWN_BODY_BYTES = 10 * MIB;
export const LARGEST_BODY_BYTES = 1024 * MIB;
export const JSON_DEPTH = 64;
/** Members of an object, or items of an array, for each MiB that a body may have. */
export const OBJECT_KEYS = 10_000;
export const ARRAY_ITEMS = 10_000;

export const DOCUMENT_BYTES = 5 * 1024 * 1024;
export const OPERATIONS = 500;
/** A text can hardly be longer here. */
export const LARGEST_DOCUMENT_BYTES = 256 * MIB;

/** How large a contract may be: its text with all its files, and what it describes. */
export interface Limits {
  readonly bytes: number;
  readonly operations: number;
  /** Steps that reading it may take: a fifth of a microsecond each, roughly. */
  readonly steps: number;
}

/** What a home that people share takes. A person may raise both on a machine of their own. */
export const SHARED_LIMITS: Limits = { bytes: DOCUMENT_BYTES, operations: OPERATIONS, steps: 1_000_000 };
/** What a machine of one's own takes where nothing else is said. */
export const OWN_READING_STEPS = 100_000_000;
export const OWN_LIMITS: Limits = { ...SHARED_LIMITS, steps: OWN_READING_STEPS };
/** What reading costs, in those steps. */
export const COST = {
  /** For each character of a text. */
  json: 0.02,
  /** For each colon of JSON besides: every name of a wide object is looked up among all. */
  jsonMember: 5.5,
  yaml: 0.1,
  /** For each mark of YAML that may begin something. */
  yamlMark: 4,
  /** For each value of the tree, each schema that is mended, each part of an operation that is read, each reference, and each remark. */
  value: 0.8,
  schema: 30,
  part: 14,
  reference: 2,
  quirk: 10,
  /** For each step of a pattern. */
  pattern: 16,
} as const;
/** Most files that one contract is read from. */
export const FILES = 2000;
/** Contracts nest examples inside schemas inside responses, so they go deeper than bodies. */
export const DOCUMENT_DEPTH = 256;
/** Values that a YAML document may hold once its aliases are written out: so many, and so many for each that it holds before. */
export const EXPANDED_NODES = 1_000_000;
export const EXPANDED_SHARE = 4;
/** UTF-16 units of a contract written out as one JSON text. */
export const WRITTEN_DOCUMENT = 4 * DOCUMENT_BYTES;
/** Longest `pattern` that is compiled, and how much it may say once its repeats are written out. */
export const PATTERN_LENGTH = 512;
export const PATTERN_SIZE = 4_000;
/** Longest chain of schemas that apply to one and the same value (`$ref`, `allOf`, `anyOf` …). */
export const SCHEMA_CHAIN = 64;
/** Schema evaluations spent on a body before it counts as too costly to check, and more for each value in it. */
export const CHECK_STEPS = 100_000;
export const CHECK_STEPS_PER_VALUE = 32;
/** Members that merges of YAML (`<<`) may write out. */
export const MERGED_KEYS = 100_000;
/** Values that one example may hold once the references inside it are resolved. */
export const EXAMPLE_NODES = 200_000;
/** What a request may take beside, for each byte of its body. */
export const REQUEST_STEPS_PER_BYTE = 2;
/** Steps of work that one request may take, and that understanding one part of a contract may take, which is done once. */
export const REQUEST_STEPS = 1_000_000;
export const PLAN_STEPS = 300_000;
/** Steps that the requests may take together which are tried for an explanation, and that a workspace's contracts may take to read together. */
export const TRIED_STEPS = 2 * REQUEST_STEPS;
export const WORKSPACE_READING_STEPS = 3_000_000;
/** What is made for one answer: so many values, and so many bytes of text. */
export const GENERATED_PARTS = 4_000;
export const GENERATED_BYTES = 256 * 1024;
/** Parts of a multipart body. */
export const FORM_PARTS = 1_000;
/** Bytes of the headers of one part. */
export const PART_HEADER_BYTES = 8 * 1024;

/** 5242880 bytes are "5 MiB". */
export function sizeInWords(bytes: number): string {
  const mebibytes = bytes / 1024 / 1024;
  return mebibytes >= 1 ? `${Number(mebibytes.toFixed(1))} MiB` : `${bytes} bytes`;
}

/** Characters of a pointer or a name as it is shown: in an answer, and in what is kept of a request. A client may send one as long as a body. */
export const SHOWN_PLACE = 200;
/** Faults of one value that are collected: whoever sent so many is not helped by their number. */
export const COUNTED_FAULTS = 10_000;
/** Faults that are listed, of however many there are. */
export const SHOWN_FAULTS = 20;

/** At most so many characters, none of them half a letter. */
export function cutShort(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
