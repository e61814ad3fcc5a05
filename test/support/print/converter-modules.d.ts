/** The parts that tests use of converters that ship no types of their own. */
declare module 'turndown' {
  class TurndownService {
    constructor(options?: object);
    /** Elements that stay as they are. */
    keep(names: readonly string[]): this;
    use(plugin: unknown): this;
    turndown(html: string): string;
  }
  export = TurndownService;
}

declare module 'turndown-plugin-gfm' {
  export const gfm: unknown;
  export const tables: unknown;
}

declare module 'html-to-text' {
  export function convert(html: string, options?: object): string;
}
