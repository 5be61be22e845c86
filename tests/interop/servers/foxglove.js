// The demo server over the `@foxglove/xmlrpc` package: PORT.
const { XmlRpcServer, XmlRpcFault } = require('@foxglove/xmlrpc');
const { HttpServerNodejs } = require('@foxglove/xmlrpc/nodejs');
const { methods } = require('./demo.js');

const server = new XmlRpcServer(new HttpServerNodejs());
for (const [name, method] of Object.entries(methods)) {
    server.setHandler(name, async (_name, params) => method(params));
}
server.setHandler('demo.fail', async () => {
    throw new XmlRpcFault('Too many parameters.', 4);
});
server.listen(Number(process.argv[2]), '127.0.0.1');
