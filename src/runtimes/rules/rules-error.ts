/** Says in a sentence why rules of somebody's own cannot be followed, or what one of them did that no rule may do. */
export class RulesError extends RangeError {
  override readonly name = 'RulesError';
}
