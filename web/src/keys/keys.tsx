import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import styles from './keys.module.css';
import { stepRow } from './step-row.ts';

const KEYS = [
  ['/', 'Search'],
  ['J and K', 'The next and the previous line of a table'],
  ['Enter', 'Opens what is marked'],
  ['G', 'Home: insider trades'],
  ['?', 'This list'],
  ['Escape', 'Closes what is open'],
] as const;

/** The keys of every view, and the list of them. */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const does: Readonly<Record<string, () => void>> = {
        '/': () => document.querySelector<HTMLInputElement>('header input[type=search]')?.focus(),
        '?': () => dialog.current?.showModal(),
        j: () => stepRow(1),
        k: () => stepRow(-1),
        g: () => void navigate({ to: '/' }),
      };
      const act = does[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate]);
  return (
    <>
      <button type="button" className={styles.opens} onClick={() => dialog.current?.showModal()}>
        Keys
      </button>
      <dialog ref={dialog} className={styles.list} aria-label="Keys">
        <h2>Keys</h2>
        <dl>
          {KEYS.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea, dialog *');
}
