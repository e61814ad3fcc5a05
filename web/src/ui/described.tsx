interface DescribedProps {
  /** What the view shows, without the name of the page. */
  readonly title: string;
  /** What somebody reads of it who has only its address. */
  readonly description: string;
}

/** The title and the preview of a view. */
export function Described({ title, description }: DescribedProps) {
  return (
    <>
      <title>{`${title} · insider-ledger`}</title>
      <meta name="description" content={description} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
    </>
  );
}
