/** What we use of js-yaml, which brings no types. */
declare module 'js-yaml' {
  export interface TypeOptions {
    readonly kind: 'scalar' | 'sequence' | 'mapping';
    /** The tag is the beginning of those that are meant. */
    readonly multi?: boolean;
    resolve?(data: unknown): boolean;
    construct?(data: unknown): unknown;
  }
  export class Type {
    readonly tag: string;
    constructor(tag: string, options: TypeOptions);
  }
  export class Schema {
    extend(types: { readonly implicit?: readonly Type[]; readonly explicit?: readonly Type[] }): Schema;
  }
  export const FAILSAFE_SCHEMA: Schema;
  export const types: { readonly merge: Type };
  export function load(
    text: string,
    options: { readonly schema: Schema; readonly json?: boolean; readonly maxDepth?: number; readonly maxTotalMergeKeys?: number },
  ): unknown;
  export class YAMLException extends Error {
    readonly reason: string;
    /** Counted from 0; absent where the fault is of the whole text. */
    readonly mark?: { readonly line: number; readonly position: number };
  }
}
