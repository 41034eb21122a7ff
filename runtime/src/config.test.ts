import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('settings', () => {
  it('are loopback, port 8080 and the folder data when nothing is set', () => {
    expect(readConfig({}, '/srv')).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataDir: '/srv/data',
      clock: 'system',
      sampleAllowed: true,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['REGLAMENT_CLOCK', 'fast'],
    ['REGLAMENT_CLOCK', 'test@yesterday'],
    ['HOST', 'a b'],
  ])('refuse %s=%s by its name', (setting, value) => {
    expect(() => readConfig({ [setting]: value }, '/srv')).toThrowError(
      expect.objectContaining({ code: 'CONFIG_INVALID', setting }),
    );
  });

  it('keep the test clock out of production and off the network', () => {
    expect(readConfig({ REGLAMENT_CLOCK: 'test' }, '/srv').clock).toBe('test');
    const at = readConfig({ REGLAMENT_CLOCK: 'test@2026-11-25T10:30:00+03:00' }, '/srv');
    expect(at).toMatchObject({ clock: 'test', clockStartMs: Date.UTC(2026, 10, 25, 7, 30) });
    for (const env of [{ NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { TRUST_PROXY: 'on' }]) {
      expect(() => readConfig({ REGLAMENT_CLOCK: 'test', ...env }, '/srv')).toThrow(ConfigError);
    }
  });

  it('close sample accounts as soon as others can reach the process', () => {
    expect(readConfig({ HOST: '0.0.0.0' }, '/srv').sampleAllowed).toBe(false);
    expect(readConfig({ TRUST_PROXY: 'on' }, '/srv').sampleAllowed).toBe(false);
  });
});
