# Ruby's xmlrpc against the server at the url.
require 'xmlrpc/client'

client = XMLRPC::Client.new2(ARGV[0])
client.http_header_extra = { 'accept-encoding' => 'identity' }

def same(got, expected)
  raise "got #{got.inspect}, expected #{expected.inspect}" unless got == expected
end

[0, -42, 2**31 - 1, true, false, '', "h\u00e9 <&> \u{1F600}", " a \n b ", 1.25, -0.5, [], [1, [2, []]], {},
 { 'a' => 1, 'b' => { 'c' => [true, 'x'] } }].each do |value|
  same(client.call('test.echo', value), value)
end
date = XMLRPC::DateTime.new(1998, 7, 17, 14, 8, 55)
same(client.call('test.echo', date).to_a, date.to_a)
same(client.call('test.echo', XMLRPC::Base64.new("\x00\xff".b)), "\x00\xff".b)
same(client.call('test.add', 2, 3), 5)
same(client.call('test.count', [1, 'x', []]), 3)

ok, fault = client.call2('test.fail', 4, 'Too <many>')
same([ok, fault.faultCode, fault.faultString], [false, 4, 'Too <many>'])
ok, fault = client.call2('test.nope')
same([ok, fault.faultCode], [false, -32_601])

same(client.call('system.listMethods').include?('test.add'), true)
same(client.call('system.methodSignature', 'test.add'), [%w[int int int]])
same(client.call('system.methodHelp', 'test.add'), 'The sum of two integers.')
replies = client.multicall(['test.add', 1, 2], ['test.fail', 7, 'seven'], ['test.echo', 'x'])
same([replies[0], replies[1].faultCode, replies[2]], [3, 7, 'x'])
proxy = client.proxy('test')
same(proxy.add(20, 22), 42)
puts 'all ok'
