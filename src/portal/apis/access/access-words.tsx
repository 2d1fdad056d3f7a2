/** What an operation asks of its callers, what this workspace does about it now, and where to get what is asked for. */
import { memberOfStaff } from '../../tokens/personas.ts';
import { credentialOf, modeOf, type ToldAccess, type Whom } from '../../try/whom.ts';
import { to, type PageVisit } from '../../visit.ts';
import { wantedInWords } from './wanted-in-words.ts';

interface AccessWordsProps {
  readonly visit: PageVisit;
  readonly slug: string;
  readonly operation: string;
  readonly access: ToldAccess;
  readonly whom: Whom | undefined;
}

export function AccessWords({ visit, slug, operation, access, whom }: AccessWordsProps) {
  const { alternatives, isOptional } = access;
  const ways = alternatives.map(wantedInWords);
  const isByToken = whom !== undefined && credentialOf(access)?.type === 'token';
  return (
    <>
      <h2 id="access">Who may ask</h2>
      {ways.length === 0 ? (
        <p>Its contract asks for nothing of its callers: whoever asks is let in, also where access is strict.</p>
      ) : (
        <>
          <p>
            Where access is strict it wants {ways.join('; or ')}.{isOptional && ' Whoever shows nothing is let in as well.'}
          </p>
          <Now visit={visit} isStrict={access.isStrict} />
        </>
      )}
      {isByToken && <GetToken visit={visit} slug={slug} operation={operation} whom={whom} />}
      {!isByToken && whom !== undefined && (
        <p>
          <a href={to(visit, '/applications')}>The keys of your applications</a>
        </p>
      )}
    </>
  );
}

export function Now({ visit, isStrict }: { readonly visit: PageVisit; readonly isStrict: boolean }) {
  return (
    <p>
      {isStrict
        ? 'Access is strict in this workspace now: whoever shows nothing is refused.'
        : 'Access is open in this workspace now: whoever asks is let in, with whatever token or with none.'}{' '}
      <a href={to(visit, '/settings')}>Change that in the settings</a>
    </p>
  );
}

/** One of each kind that is let in. */
function GetToken({
  visit,
  slug,
  operation,
  whom: { access, groups },
}: Omit<AccessWordsProps, 'access' | 'whom'> & { readonly whom: Whom }) {
  const personas = groups.flatMap((group) => group.personas);
  const isLetIn = (kind: 'patient' | 'worker' | undefined): boolean => access.modes !== undefined && access.modes[modeOf(kind)] !== 'none';
  const staff = memberOfStaff(groups);
  const patient = personas.find(({ proofing }) => proofing === 'P9');
  const links = [
    ...(staff && isLetIn('worker') ? [[staff.id, `as ${staff.name}, of the staff`] as const] : []),
    ...(patient && isLetIn('patient') ? [[patient.id, `as ${patient.name}, a patient`] as const] : []),
    ...(isLetIn(undefined) ? [['', 'for an application alone'] as const] : []),
  ];
  return (
    <p>
      Get a token for this:{' '}
      {links.map(([as, words], i) => (
        <>
          {i > 0 && ' · '}
          <a href={`${to(visit, '/tokens')}?${new URLSearchParams({ api: slug, operation, ...(as !== '' && { as }) })}`}>{words}</a>
        </>
      ))}
    </p>
  );
}
