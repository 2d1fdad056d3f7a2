/** The vectors of trust that NHS login knows, weakest first (its interface specification §5.1). */
export const vectors = ['P0.Cp', 'P5.Cp.Cd', 'P5.Cp.Ck', 'P5.Cm', 'P9.Cp.Cd', 'P9.Cp.Ck', 'P9.Cm'] as const;

export type Vector = (typeof vectors)[number];
