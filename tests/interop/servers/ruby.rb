# The demo server over ruby-xmlrpc: PORT ["" | "nil"].
require 'xmlrpc/server'

port, variant = ARGV
if variant == 'nil'
  XMLRPC::Config.send(:remove_const, :ENABLE_NIL_CREATE)
  XMLRPC::Config.send(:remove_const, :ENABLE_NIL_PARSER)
  XMLRPC::Config::ENABLE_NIL_CREATE = true
  XMLRPC::Config::ENABLE_NIL_PARSER = true
end

server = XMLRPC::Server.new(port.to_i, '127.0.0.1', 4, File.open(File::NULL, 'w'))
server.add_handler('demo.echo') { |value| value }
server.add_handler('demo.add', %w[int int int], 'Adds two integers.') { |left, right| left + right }
server.add_handler('demo.nothing') { nil }
server.add_handler('demo.large') { 2**40 }
server.add_handler('demo.fail') { raise XMLRPC::FaultException.new(4, 'Too many parameters.') }
server.add_handler('demo.sample') do
  {
    'count' => 7,
    'ratio' => 0.1,
    'on' => true,
    'text' => "h\u00e9 <&>",
    'when' => XMLRPC::DateTime.new(1998, 7, 17, 14, 8, 55),
    'bytes' => XMLRPC::Base64.new((0..255).map(&:chr).join),
    'list' => [1, 'two', [3.5]],
    'nested' => { 'inner' => { 'empty' => {} } },
  }
end
server.add_multicall
server.add_introspection
server.serve
