import { canonicalJson } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { compileForEngine } from '../compile-for-engine.ts';
import { fold } from '../history/evolve.ts';
import { approval, buildRegulation, end } from '../testing/build-regulation.ts';
import { startCommand } from '../testing/case.ts';
import { at, office } from '../testing/office.ts';
import { countingIds } from './counting-ids.ts';
import { createDriver } from './driver.ts';

/** Two approvers in two working days, then silence is a visa; nobody else. */
const regulation = buildRegulation(
  { visa: approval(['p1', 'p2'], { deadline: 'silent' }), done: end(), stopped: end('annulled') },
  [
    ['visa.approved', 'done'],
    ['visa.refused', 'stopped'],
  ],
);

/** Sent on a Monday: the term is Wednesday, 18:00. */
function started() {
  const driver = createDriver({
    regulation: compileForEngine(regulation, 3, 'hash-3'),
    directory: office,
    startMs: at('2026-03-16T10:00'),
    newId: countingIds('id-'),
  });
  expect(driver.instance).toBeNull();
  expect(driver.send(startCommand(), at('2026-03-16T10:00')).ok).toBe(true);
  const approve = (post: string, outcome: string, moment: string) => {
    const task = Object.values(driver.instance?.tasks ?? {}).find(({ positions }) =>
      positions.includes(post),
    );
    const digest = startCommand().version.digest;
    const by = { employee: `e-${post}`, position: post };
    return driver.send(
      { type: 'decide', task: task?.id ?? '', by, outcome, digest, text: 'нет' },
      at(moment),
    );
  };
  return { driver, approve };
}

const told = (driver: ReturnType<typeof started>['driver']) =>
  driver.events.flatMap(({ body, atMs }) =>
    body.type === 'timerFired' ? [{ action: body.action, atMs }] : [],
  );

describe('the driver', () => {
  it('fires due timers in due order, each at its own moment', () => {
    const { driver } = started();
    driver.runTo(at('2026-03-20T12:00'));
    const wednesday = { opens: at('2026-03-18T09:00'), closes: at('2026-03-18T18:00') };
    expect(told(driver)).toEqual([
      { action: 'remind', atMs: wednesday.opens },
      { action: 'remind', atMs: wednesday.opens },
      { action: 'autoVisa', atMs: wednesday.closes },
      { action: 'autoVisa', atMs: wednesday.closes },
    ]);
    expect(driver.instance?.ending).toMatchObject({ as: 'completed', atMs: wednesday.closes });
    expect(driver.nowMs).toBe(at('2026-03-20T12:00'));
  });

  it('fires what is due before a command, and not what is due with it', () => {
    const { driver, approve } = started();
    expect(approve('p1', 'rejected', '2026-03-18T18:00').ok).toBe(true);
    expect(driver.instance?.decisions.map(({ automatic }) => automatic !== undefined)).toEqual([false]);
    driver.runTo(at('2026-03-18T18:00'));
    expect(
      driver.instance?.decisions.map(({ position, automatic }) => [position, automatic !== undefined]),
    ).toEqual([
      ['p1', false],
      ['p2', true],
    ]);
    expect(driver.instance?.ending?.as).toBe('annulled');
  });

  it('changes nothing when a command is refused, but the clock stands at its moment', () => {
    const { driver, approve } = started();
    const before = driver.instance;
    expect(approve('p3', 'approved', '2026-03-16T12:00')).toMatchObject({
      ok: false,
      refusal: 'task-closed',
    });
    expect(driver.instance).toBe(before);
    expect(driver.nowMs).toBe(at('2026-03-16T12:00'));
  });

  it('refuses to go back in time', () => {
    const { driver } = started();
    expect(() => driver.runTo(at('2026-03-16T09:59'))).toThrow(RangeError);
  });

  // Seen to catch: a source of ids that counts on from one driver to the next.
  it('gives byte-equal history for the same commands, and the state is its fold', () => {
    const histories = [started(), started()].map(({ driver, approve }) => {
      approve('p2', 'approved', '2026-03-17T11:00');
      driver.runTo(at('2026-03-25T00:00'));
      expect(fold(driver.events)).toEqual(driver.instance);
      return canonicalJson(driver.events);
    });
    expect(histories[1]).toBe(histories[0]);
  });
});
