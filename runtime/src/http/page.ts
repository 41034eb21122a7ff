/** How many rows a page has when nobody says. */
const usual = 50;
const most = 200;

/** The part of a store's query that a page's `cursor` and `limit` ask for. */
export function pageOf(query: {
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
}): {
  readonly limit: number;
  readonly after?: string;
} {
  const asked = query.limit === undefined ? usual : Number(query.limit);
  return {
    limit: Math.min(Math.max(asked, 1), most),
    ...(query.cursor === undefined ? {} : { after: query.cursor }),
  };
}
