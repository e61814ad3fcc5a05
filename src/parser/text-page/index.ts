export const looksLikeTextPage = (_: string) => false;
export const parseTextPage = (_: string): any => null;
