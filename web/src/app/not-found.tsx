import { Link } from '@tanstack/react-router';

/** What an address says that leads nowhere. */
export function NotFound() {
  return (
    <section>
      <h1>There is nothing here</h1>
      <p>
        No view has this address. <Link to="/">Search for a person or an issuer</Link>, or use the
        links above.
      </p>
    </section>
  );
}
