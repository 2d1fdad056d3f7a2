/** The Immunisation FHIR API: what each operation does. The rules stand in the files beside. */
import type { operations } from '../../src/generated/immunisation-fhir.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access, ofSomebodyElse, withoutLeave } from './access.ts';
import { inOwnWords, wrongRequest } from './checks.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { nothingOf } from './problems.ts';
import { vaccinationOf } from './record/register.ts';
import { metaOf, search } from './search/search.ts';
import { withoutPlaces } from './search/shown.ts';
import { create, takeAway, update } from './write.ts';

export default {
  access,
  dialect,
  events,
  problems: inOwnWords,
  // Its parameters are read as those of the address are, with which they go together.
  bodies: { searchImmunizationPost: { unread: true } },
  behaviours: {
    createImmunization: create,
    updateImmunization: update,
    deleteImmunization: takeAway,
    searchImmunizationGet: search,
    searchImmunizationPost: search,

    readImmunization: (call) => {
      const wrong = wrongRequest(call);
      if (wrong) return wrong;
      const { id } = call.path;
      const known = vaccinationOf(call, id);
      if (!known || known.isDeleted) return nothingOf(id);
      const problem = ofSomebodyElse(call, known.nhsNumber) ?? withoutLeave(call, known.vaccine);
      if (problem) return problem;
      const { restricted = false } = call.population.find(known.nhsNumber ?? '') ?? {};
      const resource = { ...(restricted ? withoutPlaces(known.resource) : known.resource), ...metaOf(known) };
      return { status: 200, headers: { 'E-Tag': String(known.version) }, rendered: JSON.stringify(resource) };
    },
  },
} satisfies Mock<operations>;
