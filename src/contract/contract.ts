/** What the rest of the product knows of an OpenAPI document once it has been understood. Types only. */
import type { Workload } from './work.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A JSON Schema 2020-12 as OpenAPI 3.1 uses it. `$ref`s are kept (recursion is legal) and point inside the document. */
export type Schema = boolean | SchemaObject;
export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;
  readonly unevaluatedProperties?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly deprecated?: boolean;
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly example?: Json;
  readonly examples?: readonly Json[];
  /** OpenAPI's XML Object, as it stands. */
  readonly xml?: Json;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
    readonly defaultMapping?: string;
  };
}

/** A schema and where it stands: `pointer` is a JSON pointer into the contract's document, e.g. `/paths/~1Patient/get/parameters/0/schema`. */
export interface SchemaAt {
  readonly pointer: string;
  readonly schema: Schema;
}

/** One way in which a value breaks its schema. `pointer` is a JSON pointer into the value; '' is the value itself. */
export interface SchemaFault {
  readonly pointer: string;
  /** The JSON Schema keyword that failed: `required`, `type`, `pattern` … For `required` and `additionalProperties` the pointer names the member itself. */
  readonly keyword: string;
  /** Plain English, ours: what was wanted. Never quotes the value. */
  readonly message: string;
}

/** Every fault of a value by one schema. */
export type Checker = (value: Json) => readonly SchemaFault[];

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

export interface NamedExample {
  readonly name: string;
  readonly summary?: string;
  readonly value: Json;
}

export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  /** Absent where the contract gives none that can be understood: the parameter is then unchecked, and `quirks` says so. */
  readonly schema?: SchemaAt;
  readonly style: string;
  readonly explode: boolean;
  /** OpenAPI's `allowEmptyValue`: the name alone says something. */
  readonly mayBeEmpty?: boolean;
  /** The parameter travels as a document of this media type (OpenAPI `content`). */
  readonly contentType?: string;
  readonly examples: readonly NamedExample[];
  readonly description?: string;
  readonly deprecated?: boolean;
}

/** How one member of a form travels (OpenAPI's Encoding Object). */
export interface Encoding {
  /** Media types that the part may have, as published: `image/png, image/jpeg`. */
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
}

export interface MediaType {
  /** As published, parameters included: `application/fhir+json; version=1.4.0`. */
  readonly type: string;
  readonly schema?: SchemaAt;
  /** By member, where a form says how its members travel. */
  readonly encoding?: ReadonlyMap<string, Encoding>;
  /** Parsed on first use: a contract's examples can be megabytes. */
  readonly examples: readonly NamedExample[];
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema?: SchemaAt;
  readonly examples: readonly NamedExample[];
}

export interface DocumentedResponse {
  /** `200`, `4XX` or `default`. */
  readonly key: string;
  readonly description: string;
  readonly content: readonly MediaType[];
  readonly headers: readonly ResponseHeader[];
}

export interface Operation {
  /** The contract's operationId, or one made up (`get-Patient-id`) where it is missing or repeated. Unique in its contract. */
  readonly id: string;
  /** In lower case: one that OpenAPI names (`get`, and `query` since 3.2), or any other that a contract adds (`copy`). */
  readonly method: string;
  /** The path as published, without any `#fragment`: `/Patient/{id}/$validate`. */
  readonly path: string;
  /** What told this operation apart from others on the same path, where the contract's path key carried a fragment. */
  readonly fragment?: string;
  /** JSON pointer of the operation in the document. */
  readonly pointer: string;
  readonly summary?: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly responses: ReadonlyMap<string, DocumentedResponse>;
  /** Alternatives of scheme names, as OpenAPI has it; empty means open. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

/** A value that the contract publishes, and that a request may therefore hold. */
export interface Sample {
  /** How a person finds it: `the example "first"`. */
  readonly name: string;
  readonly value: Json;
  /** The schema that it is published under where that is not the request's own: it then speaks only for what it breaks there as well. */
  readonly under?: SchemaAt;
}

/** A keyword that is not enforced at one place of a request, because a sample breaks it there. */
export interface Relaxation {
  readonly sample: string;
  readonly keyword: string;
  /** Where the keyword stands in the document. */
  readonly pointer: string;
  /** Where in the sample it is broken, and what was wanted. */
  readonly at: string;
  readonly message: string;
}

/** A check that lets through what samples break: those keywords, at those places, and nothing else. */
export interface LenientCheck {
  check(value: Json): Checked;
  relaxations(): readonly Relaxation[];
}

export interface Checked {
  readonly faults: readonly SchemaFault[];
  /** What was let through, of a value that has no other fault. */
  readonly relaxed: readonly Relaxation[];
}

/** Something in a document that we mend, leave unchecked or cannot serve. Shown at load and by `nhs-sandbox check`. */
export interface Quirk {
  readonly pointer: string;
  /** The file in which this stands, where the contract has several and it is not the first; the pointer is one into the whole all the same. */
  readonly file?: string;
  /**
   * `hint`: taken as it stands, but hardly meant · `mended`: read as plainly meant · `relaxed`: the contract's own example breaks it, so it is not enforced there for requests ·
   * `unchecked`: served, but this part is not enforced · `unserved`: this operation is left out.
   */
  readonly effect: 'hint' | 'mended' | 'relaxed' | 'unchecked' | 'unserved';
  readonly message: string;
  /** The reference that is not followed, where that is why. */
  readonly reference?: string;
}

/** One OpenAPI document, understood. Built by `contract/load.ts` (brought at run time) or from `generated/` (ours). */
export interface Contract {
  /** File name without ending, lower-case, safe in a URL: `community-pharmacy`. */
  readonly slug: string;
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** Path of `servers[0]` without a trailing slash: `/community-pharmacy/FHIR/R4`; '' where the contract has no usable one. */
  readonly basePath: string;
  /** The upgraded OpenAPI 3.1 document with internal references only. */
  readonly document: JsonObject;
  /** The same with the examples in it, where they are kept apart from it. */
  readonly whole?: () => JsonObject;
  readonly operations: readonly Operation[];
  readonly quirks: readonly Quirk[];
  readonly securitySchemes: Readonly<Record<string, JsonObject>>;
  /** Counts what is done with it. */
  readonly work: Workload;
  /** Steps that reading it took; none where that was done before. */
  readonly readingSteps: number;
  /** The schema a chain of `$ref`s ends at; `true` where it ends nowhere. */
  resolve(schema: Schema): Schema;
  /** A component and those that extend it by `allOf`, near or far, each as a reference; its own comes first. None where it is no component. */
  family(base: SchemaObject): readonly Schema[];
  /** Whether a text matches a pattern of its own; any text does where the pattern cannot be understood. */
  matches(pattern: string, text: string): boolean;
  /** Every fault in `value` against the schema at that place (all of them, not the first); empty when it fits. */
  check(at: SchemaAt, value: Json): readonly SchemaFault[];
  /** The same, for whoever checks against one place again and again: the compiled check itself. */
  checker(at: SchemaAt): Checker;
  /** The same for requests: what the contract's own samples break is let through. They are asked for when a value first fails. */
  lenient(at: SchemaAt, samples: () => readonly Sample[]): LenientCheck;
}
