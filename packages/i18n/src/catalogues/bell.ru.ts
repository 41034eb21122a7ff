export const bell = {} as const;
