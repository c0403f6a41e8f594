import { errorForLog } from './request-log.js';

describe('what is logged of an error', () => {
  it('is its message and where it came from', () => {
    expect(errorForLog(new RangeError('out of range'))).toEqual({
      error: 'RangeError',
      message: 'out of range',
      stack: jasmine.arrayContaining([jasmine.stringMatching(/^at .*request-log\.spec/)]),
    });
  });

  it('is only code and place when a database says it, for the rest may quote people', () => {
    const driverError = Object.assign(new Error('duplicate key value violates unique constraint'), {
      code: '23505',
      constraint: 'account_email_unique',
      table: 'account',
      detail: 'Key (lower(email))=(kari@kommune.example) already exists.',
    });
    const error = Object.assign(new Error('QueryFailedError: kari@kommune.example'), {
      driverError,
      parameters: ['kari@kommune.example', 'Kari Nordmann'],
    });
    const logged = errorForLog(error);
    expect(logged).toEqual({
      error: 'database',
      code: '23505',
      constraint: 'account_email_unique',
      table: 'account',
      stack: jasmine.any(Array),
    });
    expect(JSON.stringify(logged)).not.toMatch(/kari|nordmann/i);
  });

  it('is little when it is not an error at all', () => {
    expect(errorForLog('kari@kommune.example')).toEqual({ error: 'string' });
    expect(errorForLog(null)).toEqual({ error: 'object' });
  });
});
