// npm xmlrpc against the server at the url.
const assert = require('assert');
const xmlrpc = require('xmlrpc');

const client = xmlrpc.createClient(process.argv[2]);
const call = (method, ...params) =>
  new Promise((resolve, reject) =>
    client.methodCall(method, params, (error, value) => (error ? reject(error) : resolve(value))));

async function fails(code, text, method, ...params) {
  await assert.rejects(call(method, ...params), (error) => {
    assert.strictEqual(error.faultCode, code);
    assert.strictEqual(error.faultString, text);
    return true;
  });
}

async function main() {
  const values = [0, -42, 2147483647, true, false, '', 'h\u00e9 <&> \u{1F600}', ' a \n b ', ']]>', 1.25, -1e-7,
    [], [1, [2, []]], {}, { a: 1, b: { c: [true, 'x'] } }, new Date(1998, 6, 17, 14, 8, 55), Buffer.from([0, 1, 254, 255])];
  for (const value of values) assert.deepStrictEqual(await call('test.echo', value), value);
  assert.strictEqual(await call('test.add', 2, 3), 5);
  assert.strictEqual(await call('test.count', [1, 'x', []]), 3);
  assert.strictEqual(await call('test.nothing'), '');
  await fails(4, 'Too <many>', 'test.fail', 4, 'Too <many>');
  await fails(-32601, 'Method not found: `test.nope`', 'test.nope');
  await fails(-32603, 'Internal error: the method failed', 'test.panic', true);
  assert((await call('system.listMethods')).includes('test.add'));
  assert.deepStrictEqual(await call('system.methodSignature', 'test.add'), [['int', 'int', 'int']]);
  assert.strictEqual(await call('system.methodHelp', 'test.add'), 'The sum of two integers.');
  const replies = await call('system.multicall', [
    { methodName: 'test.add', params: [1, 2] },
    { methodName: 'test.fail', params: [7, 'seven'] },
  ]);
  assert.deepStrictEqual(replies, [[3], { faultCode: 7, faultString: 'seven' }]);
  console.log('all ok');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
