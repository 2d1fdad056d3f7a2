/** How often a property is tried: enough to notice that it broke, where `npm test` is to be short; ten times as often by `npm run test:soak`. */
const times = Number(process.env['RUNS_TIMES'] ?? 1);

export const runs = (few: number): number => few * times;
