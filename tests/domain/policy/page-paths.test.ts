import { fillPage, toDataBlock } from '../../../src/domain/policy/page-paths.ts';

const PAGE = '<style nonce="__NONCE__"></style><script nonce="__NONCE__">__CLIENT_CONFIG__</script>';

describe('fillPage', () => {
  const fill = { nonce: 'n0', block: toDataBlock({ a: '$&' }), officeScriptUrl: 'https://office.example/office.js' };

  it('puts the nonce everywhere, and the configuration as it is', () => {
    expect(fillPage(PAGE, fill)).toBe('<style nonce="n0"></style><script nonce="n0">{"a":"$\\u0026"}</script>');
  });

  it('puts in the address of Office.js where the page loads it, and lets nothing end its attribute', () => {
    const element = '<script async src="__OFFICE_SCRIPT__"></script>';
    const url = 'https://office.example/a"b?c=1&d=2';
    expect(fillPage(element, { ...fill, officeScriptUrl: url })).toBe(
      '<script async src="https://office.example/a%22b?c=1&amp;d=2"></script>',
    );
  });
});
