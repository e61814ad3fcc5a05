import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { SearchBox } from '../search/index.ts';
import styles from './shell.module.css';

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
          <Link to="/path">Path</Link>
          <Link to="/ledger">Ledger</Link>
          <a href="/graphql">API</a>
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <footer className={styles.footer}>Not affiliated with the SEC; no investment advice.</footer>
    </>
  );
}
