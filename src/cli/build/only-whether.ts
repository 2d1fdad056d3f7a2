/**
 * Takes what ajv notes of each fault out of the code that it writes. Generated validators only say whether a value fits (why it does not, the
 * interpreting one says), so that nobody reads those notes: without them the code is less than two thirds of its size, and quicker.
 */

/** In this order: each counts a fault, or gives up on some of those counted, and notes it besides. */
const notes: readonly (readonly [written: RegExp, kept: string])[] = [
  [/const err\d+ = \{\};if\(vErrors === null\)\{vErrors = \[err\d+\];\}else \{vErrors\.push\(err\d+\);\}/g, ''],
  [/if\(vErrors !== null\)\{if\(_errs\d+\)\{vErrors\.length = _errs\d+;\}else \{vErrors = null;\}\}/g, ''],
  [/vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;/g, 'errors++;'],
  [/(?:validate|wrapper)\d+\.errors = (?:vErrors|\[\{.*?\}\]);/g, ''],
  // Where in the value a function is, which it needs for its notes alone.
  [/, \{instancePath[^{}]*,dynamicAnchors\}\)/g, ')'],
  [/\(data, \{instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors=\{\}\}=\{\}\)/g, '(data)'],
  [/let vErrors = null;/g, ''],
  // Which of the properties that must be there is not.
  [/\(\((data[^()]*?) === undefined\) && \(missing\d+ = "(?:[^"\\]|\\.)*"\)\)/g, '($1 === undefined)'],
  [/let missing\d+;/g, ''],
  // Every schema is asked what does not fit it not, so that ajv notes nothing: twice no is yes.
  [
    /var valid1 = _errs3 === errors;if\(valid1\)\{errors\+\+;\}else \{errors = _errs2;\}var valid0 = _errs1 === errors;if\(valid0\)\{return false;\}else \{errors = _errs0;\}return errors === 0;/g,
    'return errors === 0;',
  ],
  [/(let errors = 0;)const _errs0 = errors;const _errs1 = errors;const _errs2 = errors;(const _errs3 = errors;)/g, '$1$2'],
  // A test of one line.
  [/const (_errs\d+) = errors;if\(([^{};]*)\)\{errors\+\+;\}var (valid\d+) = \1 === errors;/g, 'var $3 = !($2);if(!$3){errors++;}'],
];

/** What a schema with `unevaluatedProperties` asks of those that it refers to: as long as none has it, nobody asks. */
const evaluations: readonly RegExp[] = [
  /const evaluated0 = validate\d+\.evaluated;if\(evaluated0\.dynamicProps\)\{evaluated0\.props = undefined;\}if\(evaluated0\.dynamicItems\)\{evaluated0\.items = undefined;\}/g,
  /validate\d+\.evaluated = \{[^{}]*\};/g,
];

/** Throws where something of it is left, as it may be of another version of ajv. */
export function onlyWhether(code: string): string {
  const without = notes.reduce((text, [written, kept]) => text.replaceAll(written, kept), code);
  const left = /.{0,60}(?:vErrors|instancePath|dynamicAnchors|rootData|missing\d).{0,60}/.exec(without);
  if (left) throw new Error(`ajv writes its notes otherwise than src/cli/build/only-whether.ts knows: ${left[0]}`);
  const unasked = evaluations.reduce((text, written) => text.replaceAll(written, ''), without);
  return unasked.includes('evaluated') ? without : unasked;
}
