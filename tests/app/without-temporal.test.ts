describe('the page', () => {
  it('can be loaded before the standard time API is there', async () => {
    const { Temporal } = globalThis;
    Reflect.deleteProperty(globalThis, 'Temporal');
    try {
      await expect(import('../../src/app/start-page.tsx')).resolves.toHaveProperty('startPage');
      await expect(import('../../src/app/create-services.ts')).resolves.toHaveProperty('createServices');
    } finally {
      Object.assign(globalThis, { Temporal });
    }
  });
});
