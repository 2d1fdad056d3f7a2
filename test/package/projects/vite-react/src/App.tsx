import { lazy, Suspense, useState } from 'react';

/** In a chunk of its own, which is loaded while the worker is already there. */
const Patient = lazy(() => import('./Patient.tsx'));

export default function App() {
  const [id, setId] = useState<string>();
  return (
    <main>
      <h1>A ward list</h1>
      <button onClick={() => setId('9000000009')}>Next patient</button>
      <Suspense fallback={<p>Loading</p>}>{id !== undefined && <Patient id={id} />}</Suspense>
    </main>
  );
}
