import { Link } from '@tanstack/react-router';
import { SearchBox } from '../search/index.ts';
import { Described } from '../ui/index.ts';
import styles from './not-found.module.css';

/** What an address says that leads nowhere, and what leads somewhere. */
export function NotFound() {
  return (
    <section className={styles.nothing}>
      <Described title="Not found" description="No view of this ledger has this address." />
      <h1>There is nothing here</h1>
      <p>
        No view has this address. Search for a person, an issuer, a ticker or an accession number:
      </p>
      <SearchBox label="Search from here" />
      <p>
        Or see <Link to="/">what insiders bought and sold</Link>.
      </p>
    </section>
  );
}
