/** Proves, in every worker of the no-eval run, that the ban is on: a green run means nothing without it. */
let allowed = true;
try {
  Reflect.construct(Function, ['return 1']);
} catch {
  allowed = false;
}
if (allowed) throw new Error('this process can make code from strings, so the run proves nothing');
