// The demo methods for the JavaScript servers: each takes the array of parameters.

exports.methods = {
    'demo.echo': ([value]) => value,
    'demo.add': ([left, right]) => left + right,
    'demo.nothing': () => undefined,
    'demo.large': () => 2 ** 40,
    'demo.sample': () => ({
        count: 7,
        ratio: 0.1,
        on: true,
        text: 'h\u00e9 <&>',
        when: new Date(Date.UTC(1998, 6, 17, 14, 8, 55)),
        bytes: Buffer.from(Array.from({ length: 256 }, (_, index) => index)),
        list: [1, 'two', [3.5]],
        nested: { inner: { empty: {} } },
    }),
};
