import { beforeAll } from 'vitest';
import { captureConsole } from './run-main.ts';

beforeAll(captureConsole);
