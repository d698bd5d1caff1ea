import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Machine } from '../../scripts/browser.ts';
import { ensureChromium, findChromium } from '../../scripts/browser.ts';

interface FakeMachine extends Machine {
  readonly programs: string[];
  readonly commands: string[];
  readonly lines: string[];
}

interface Given {
  readonly programs?: readonly string[];
  readonly environment?: Machine['environment'];
  readonly isRoot?: boolean;
  /** Commands that fail, by a part of their text. */
  readonly failing?: readonly string[];
}

const REMEDY = 'Install one with "apt-get install -y chromium", or set CHROMIUM_PATH to one.';

/** A Debian whose apt-get really makes /usr/bin/chromium appear. */
function machineWith(given: Given = {}): FakeMachine {
  const { failing = [], environment = {}, isRoot = true } = given;
  const programs = [...(given.programs ?? [])];
  const commands: string[] = [];
  const lines: string[] = [];
  return {
    environment,
    isRoot,
    programs,
    commands,
    lines,
    isExecutable: (file) => programs.includes(file),
    run: (program, args) => {
      const command = [program, ...args].join(' ');
      commands.push(command);
      if (failing.some((part) => command.includes(part))) return 1;
      if (command.includes(' install ')) programs.push('/usr/bin/chromium');
      return 0;
    },
    say: (line) => lines.push(line),
  };
}

describe('findChromium', () => {
  test.each([
    ['in /usr/bin', '/usr/bin/chromium', {}],
    ['in a folder of the PATH', '/opt/bin/google-chrome', { PATH: '/usr/local/bin:/opt/bin' }],
    ['where playwright-core installs its own', chromium.executablePath(), {}],
    [
      'where CHROMIUM_PATH says',
      '/elsewhere/my-browser',
      { CHROMIUM_PATH: '/elsewhere/my-browser' },
    ],
  ])('finds a browser %s', (_place, file, environment) => {
    expect(findChromium(machineWith({ programs: [file], environment }))).toEqual({
      ok: true,
      file,
    });
  });

  test('refuses a CHROMIUM_PATH that is no program', () => {
    const environment = { CHROMIUM_PATH: '/nowhere/chromium' };
    const machine = machineWith({ programs: ['/usr/bin/chromium'], environment });
    const message = `CHROMIUM_PATH=/nowhere/chromium is not a program. ${REMEDY}`;
    expect(findChromium(machine)).toEqual({ ok: false, message });
    expect(ensureChromium(machine)).toEqual({ ok: false, message });
    expect(machine.commands).toEqual([]);
  });
});

describe('ensureChromium', () => {
  test('names the browser that it found in one line, and installs nothing', () => {
    const machine = machineWith({ programs: ['/usr/bin/chromium'] });
    expect(ensureChromium(machine)).toEqual({ ok: true, file: '/usr/bin/chromium' });
    expect(machine.lines).toEqual(['The browser tests use /usr/bin/chromium.']);
    expect(machine.commands).toEqual([]);
  });

  test.each([
    ['as root', true, /^env DEBIAN_FRONTEND=noninteractive apt-get /],
    ['with sudo, which may not ask', false, /^sudo -n env DEBIAN_FRONTEND=noninteractive apt-get /],
  ])('installs the browser and its fonts %s, and says so first', (_how, isRoot, command) => {
    const machine = machineWith({ isRoot });
    expect(ensureChromium(machine)).toEqual({ ok: true, file: '/usr/bin/chromium' });
    expect(machine.lines).toHaveLength(1);
    const [update, install] = machine.commands.slice(-2);
    expect(update).toMatch(command);
    expect(update).toMatch(/ update$/);
    expect(install).toMatch(command);
    expect(install).toMatch(/ install -y --no-install-recommends chromium fonts-noto-core$/);
  });

  test('installs from an older package list where a new one cannot be fetched', () => {
    expect(ensureChromium(machineWith({ failing: [' update'] }))).toMatchObject({ ok: true });
  });

  test.each([
    ['this system has no apt-get', { failing: ['apt-get --version'] }],
    ['installing takes root or sudo', { isRoot: false, failing: ['sudo -n true'] }],
    ['apt-get could not install it', { failing: [' install '] }],
  ])('says in one line that %s', (reason, given) => {
    expect(ensureChromium(machineWith(given))).toEqual({
      ok: false,
      message: `Chromium could not be installed: ${reason}. ${REMEDY}`,
    });
  });
});
