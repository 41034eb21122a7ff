import { z } from 'zod';
import { id, instant, person } from './common.ts';

export const signInPage = z.strictObject({
  organisation: z.string(),
  /** Sample people, only in the sample municipality on loopback. */
  samplePeople: z.array(
    z.strictObject({
      login: z.string(),
      name: z.string(),
      post: z.string(),
      unit: z.string(),
      job: z.string(),
    }),
  ),
  samplePassword: z.string().nullable(),
  /** Nobody can sign in yet: the first administrator is made by the one-time link. */
  setupNeeded: z.boolean(),
});

export const setup = z.strictObject({
  token: z.string().min(20).max(200),
  organisation: z.string().trim().min(1).max(300),
  zone: z.string().min(1).max(60),
  name: z.string().trim().min(3).max(200),
  post: z.string().trim().min(1).max(200),
  login: z.string().trim().min(2).max(60),
  password: z.string().min(8).max(128),
});

export const signIn = z.strictObject({ login: z.string().max(120), password: z.string().max(256) });

export const session = z.strictObject({
  account: id,
  login: z.string(),
  employee: person,
  posts: z.array(
    z.strictObject({
      position: id,
      title: z.string(),
      unit: z.string(),
      roles: z.array(z.string()),
      standsInFor: z.string().optional(),
    }),
  ),
  organisation: z.strictObject({ id, title: z.string(), zone: z.string() }),
  abilities: z.strictObject({
    createDocuments: z.boolean(),
    seeUnit: z.boolean(),
    seeRegisters: z.boolean(),
    administer: z.boolean(),
    readRegulations: z.boolean(),
    drawRegulations: z.boolean(),
  }),
  /** The password must be changed before anything else. */
  mustChangePassword: z.boolean(),
  sample: z.boolean(),
  /** Of the feed, before anything else was read: what changed since is asked of the socket when it first connects. */
  position: z.string(),
  now: instant,
});

export const changePassword = z.strictObject({
  current: z.string().max(256),
  next: z.string().min(8).max(128),
});
