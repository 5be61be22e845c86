// The demo server over the `davexmlrpc` package: PORT.
const http = require('http');
const { methods } = require('./demo.js');

// The package listens on every address, but the tests need only the loopback address.
const listen = http.Server.prototype.listen;
http.Server.prototype.listen = function (port, done) {
    return listen.call(this, port, '127.0.0.1', done);
};

require('davexmlrpc').startServerOverHttp(
    { port: Number(process.argv[2]), xmlRpcPath: '/rpc2', flLogToConsole: false },
    (request) => {
        if (request.verb === 'demo.fail') {
            request.returnVal({ message: 'Too many parameters.' });
        } else if (request.verb in methods) {
            request.returnVal(undefined, methods[request.verb](request.params));
        } else {
            return false;
        }
        return true;
    },
);
