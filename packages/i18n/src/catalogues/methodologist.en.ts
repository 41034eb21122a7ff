export const methodologist = {} as const;
