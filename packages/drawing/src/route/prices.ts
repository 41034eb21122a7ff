/** Prices, in pixels of way. */
export const price = {
  bend: 50,
  box: 20_000,
  near: 160,
  crossing: 400,
  overlap: 300,
  outside: 5000,
  jog: 150,
  /** Of a pixel along a rail that is there already. */
  shared: 0.15,
  late: 0.2,
};

/** Before the first turn, beside a number, before the tip. */
export const least = { out: 16, numbered: 30, in: 18 };
