/** Why our contract says something otherwise than the published one: it covers every difference that its pattern fits. */
export interface Explanation {
  readonly where: RegExp;
  readonly why: string;
}
