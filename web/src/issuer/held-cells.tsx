import type { HeldOfSecurity } from './by-security.ts';
import { HeldAmounts } from './held-amounts.tsx';
import { SecurityName } from './security-name.tsx';

/** The cells of a row that say what is held of one security; of nothing where it is left out. */
export function HeldCells({ of }: { readonly of: HeldOfSecurity | undefined }) {
  if (of === undefined) return <td colSpan={3}>nothing reported as held</td>;
  return (
    <>
      <td>
        <SecurityName of={of.security} />
      </td>
      <td className="amounts">
        <HeldAmounts of={of.direct} />
      </td>
      <td className="amounts">
        <HeldAmounts of={of.indirect} />
      </td>
    </>
  );
}
