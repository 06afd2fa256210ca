/** A real browser on a loaded machine is late now and then: a journey that failed plays once more, and the gate says which did. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
