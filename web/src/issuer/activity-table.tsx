import { Amount, Money, Table } from '../ui/index.ts';
import type { Month } from './month.ts';

const COLUMNS = ['Value', 'Shares', 'Average price', 'People'];

/** The months of an issuer's activity in figures. */
export function ActivityTable({ months }: { readonly months: readonly Month[] }) {
  return (
    <Table label="Purchases and sales per month">
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={COLUMNS.length}>
            Purchases
          </th>
          <th scope="colgroup" colSpan={COLUMNS.length}>
            Sales
          </th>
        </tr>
        <tr>
          <th scope="col">Month</th>
          {['purchases', 'sales'].flatMap((side) =>
            COLUMNS.map((name) => (
              <th key={side + name} scope="col" className="amounts">
                {name}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.from}>
            <th scope="row" className="digits">
              {month.from.slice(0, 7)}
            </th>
            <SideCells of={month.purchases} />
            <SideCells of={month.sales} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function SideCells({ of }: { readonly of: Month['sales'] }) {
  const none = of.transactions === 0;
  return (
    <>
      <td className="amounts">
        <Money of={none ? null : of.value} />
      </td>
      <td className="amounts">
        <Amount of={none ? null : of.shares} />
      </td>
      <td className="amounts">
        <Money of={of.averagePrice} as="price" />
      </td>
      <td className="amounts">
        <Amount of={none ? null : String(of.people)} />
      </td>
    </>
  );
}
