export const rework = {} as const;
