/** What moving the clock did, said once: how many things happened on the way. Which they were stands in the list of what happened last. */
import { counted } from '../../contract/counted.ts';
import { to, type PageVisit } from '../visit.ts';

export function Ran({ visit }: { readonly visit: PageVisit }) {
  const said = visit.query.get('ran') ?? '';
  if (!/^\d{1,5}$/.test(said)) return null;
  const ran = Number(said);
  if (ran === 0) return <p>Nothing was due on the way.</p>;
  return (
    <p>
      {counted(ran, 'thing')} happened on the way, and {ran === 1 ? 'stands' : 'stand'} first under “What happened last”. See what came of
      it in the <a href={to(visit, '/inbox')}>inbox</a>, or ask the APIs again and look at the{' '}
      <a href={to(visit, '/exchanges')}>exchanges</a>.
    </p>
  );
}
