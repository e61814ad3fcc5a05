import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Keys } from '../keys/index.ts';
import { SearchBox } from '../search/index.ts';
import { CopyQuestion } from './copy-question.tsx';
import styles from './shell.module.css';

const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is around every view: the name, search, and the ways to the views that need no name. */
export function Shell() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    // Whoever follows a link by keyboard or ear goes on in the view, not at the top of the page.
    if (last.current !== undefined && last.current !== path) main.current?.focus();
    last.current = path;
  }, [path]);
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          insider-ledger
        </Link>
        <SearchBox />
        <nav className={styles.links} aria-label="Views">
          <Link to="/live">Live</Link>
          <Link to="/compare">Compare</Link>
          <Link to="/path">Path</Link>
          <Link to="/ledger">Ledger</Link>
          <a href="/graphql">API</a>
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <CopyQuestion />
        <p>
          Days are those of New York; hours, on hover, are yours ({ZONE}). <Keys />
        </p>
        <p>Not affiliated with the SEC; no investment advice.</p>
      </footer>
    </>
  );
}
