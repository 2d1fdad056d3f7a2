/** When what was not taken is sent again: the schedule that Standard Webhooks recommends, as durations since the attempt before. */
export const backOff: readonly string[] = ['PT5S', 'PT5M', 'PT30M', 'PT2H', 'PT5H', 'PT10H', 'PT14H', 'PT20H', 'PT24H'];
