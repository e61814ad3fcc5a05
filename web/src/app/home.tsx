import { Screen } from '../screen/index.ts';
import { useTimes } from '../times/index.ts';
import { Described } from '../ui/index.ts';

/** What insiders bought and sold: the latest, the largest, and whatever one narrows them to. */
export function Home() {
  const { times } = useTimes();
  return (
    <>
      <Described
        title="Insider trades"
        description="The latest and the largest purchases and sales of insiders, from SEC Forms 3, 4 and 5."
      />
      <h1>Insider trades</h1>
      <Screen usually="buys" knownAt={times.knownAt} />
    </>
  );
}
