import { Anomaly } from '../../values/index.ts';

/** PostgreSQL's insufficient_privilege. */
const NOT_ALLOWED = '42501';

/** Does what takes more rights than the server's; Forbidden, and what to do, where they lack. */
export async function asAdministrator<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if ((cause as { code?: string }).code !== NOT_ALLOWED) throw cause;
    const message =
      "To make or revoke keys takes the rights of the tables' owner: set DATABASE_ADMIN_URL.";
    throw new Anomaly('Forbidden', message, { cause });
  }
}
