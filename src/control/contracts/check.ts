/** `/_sandbox/check`: what would be served of a contract, as `nhs-sandbox check` says it. Nothing is kept of it. */
import type { Contract, Quirk } from '../../contract/contract.ts';
import { firstQuirks } from '../../contract/quirk-texts.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { planApi } from '../../plan/api-plan.ts';
import type { Behaviours } from '../behaviours.ts';
import { quirksOf } from './all-quirks.ts';
import { answeredByMeans, effectMeans } from './report-words.ts';
import { contractText, understoodApi, understoodIn } from './understood.ts';

export const contractCheck: Behaviours<'check-contract'> = {
  'check-contract': (call) => {
    const text = contractText(call);
    if (typeof text !== 'string') return text;
    const contract = understoodIn(call.query.name ?? 'contract', text);
    return 'problem' in contract ? contract : { status: 200, body: checked(contract) };
  },
};

function checked(contract: Contract): components['schemas']['CheckedContract'] {
  const plan = planApi(contract);
  const quirks = quirksOf(plan);
  const { understood = [], ...about } = understoodApi({ contract, plan }, quirks);
  return {
    ...about,
    version: redactLiveNumbers(contract.version),
    understood,
    answers: [...Map.groupBy(understood, ({ answeredBy }) => answeredBy)].map(([by, those]) => ({
      by,
      operations: those.length,
      means: answeredByMeans[by],
    })),
    effects: effectsOf(quirks).map((effect) => ({ effect, means: effectMeans[effect] })),
    moreQuirks: firstQuirks(quirks).more,
  };
}

const effectsOf = (quirks: readonly Quirk[]): readonly Quirk['effect'][] => [...new Set(quirks.map(({ effect }) => effect))];
