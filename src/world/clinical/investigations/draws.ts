/** Which attribute of a person each decision about investigations is drawn by: beyond the runs of what is measured. */
import { field } from '../../fields.ts';

const first = field.result + 100;

export const drawnBy = {
  reviewAttended: first + 1,
  reviewShift: first + 2,
  routineDay: first + 3,
  healthCheck: first + 4,
  opportunity: first + 5,
  bloods: first + 6,
  image: first + 7,
  cervix: first + 10,
  breast: first + 11,
  bowel: first + 12,
  aorta: first + 13,
  childhood: first + 14,
  antenatal: first + 15,
  acute: first + 16,
  monitored: first + 17,
  delay: first + 18,
  admission: first + 19,
  arrival: first + 20,
  prostate: first + 21,
} as const;
