// The demo server over the `xmlrpc` package: PORT.
const xmlrpc = require('xmlrpc');
const { methods } = require('./demo.js');

const server = xmlrpc.createServer({ host: '127.0.0.1', port: Number(process.argv[2]) });
for (const [name, method] of Object.entries(methods)) {
    server.on(name, (_error, params, done) => done(null, method(params)));
}
server.on('demo.fail', (_error, _params, done) => {
    done({ faultCode: 4, faultString: 'Too many parameters.' });
});
