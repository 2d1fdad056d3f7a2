import type { ConformanceRule, Mock } from 'nhs-api-sandbox/mock';

const noWeekends: ConformanceRule = {
  id: 'no-weekends',
  title: 'Bookings are for working days',
  source: { name: 'Our booking guide', url: 'https://example.org/guide' },
  weight: 'fails',
  judge: ({ query }) => {
    const day = new Date(query.get('date') ?? '').getUTCDay();
    return day === 0 || day === 6 ? 'the clinic is closed at weekends.' : undefined;
  },
};

export default { behaviours: {}, conformance: [noWeekends] } satisfies Mock<unknown>;
