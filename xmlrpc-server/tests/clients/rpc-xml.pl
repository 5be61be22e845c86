# Perl RPC::XML against the server at the url.
use strict;
use warnings;
use utf8;
use RPC::XML;
use RPC::XML::Client;

$RPC::XML::ENCODING = 'utf-8';
my $client = RPC::XML::Client->new($ARGV[0]);

sub call {
    my $reply = $client->send_request(@_);
    die "@_: $reply" unless ref $reply;
    return $reply;
}

sub same {
    my ($got, $expected, $what) = @_;
    die "$what: got '$got', expected '$expected'" unless $got eq $expected;
}

same(call('test.add', RPC::XML::int->new(2), RPC::XML::int->new(3))->value, 5, 'add');
for my $value (
    RPC::XML::int->new(-42), RPC::XML::i4->new(7), RPC::XML::boolean->new(1), RPC::XML::double->new(1.25),
    RPC::XML::string->new('h<&>llo "x"'), RPC::XML::string->new(''), RPC::XML::string->new(" a \n b "),
    RPC::XML::datetime_iso8601->new('19980717T14:08:55'), RPC::XML::base64->new(join '', map { chr } 0 .. 255),
) {
    my $got = call('test.echo', $value);
    same($got->value, $value->value, $value->type);
    same($got->type, $value->type eq 'i4' ? 'int' : $value->type, 'type') if $value->type !~ /dateTime/;
}
my $tree = call('test.echo', { a => [1, 'x', { b => [] }], e => {} })->value;
same(join(',', sort keys %$tree), 'a,e', 'members');
same($tree->{a}[1], 'x', 'element');
same(scalar @{ $tree->{a}[2]{b} }, 0, 'empty array');
same(call('test.count', [1, 2, 3])->value, 3, 'count');

my $fault = call('test.fail', RPC::XML::int->new(4), RPC::XML::string->new('Too many'));
die 'no fault' unless $fault->is_fault;
same($fault->code, 4, 'code');
same($fault->string, 'Too many', 'string');
same(call('test.nope')->code, -32601, 'unknown method');

die 'listMethods' unless grep { $_ eq 'test.add' } @{ call('system.listMethods')->value };
same(join(' ', @{ call('system.methodSignature', 'test.add')->value->[0] }), 'int int int', 'signature');
same(call('system.methodHelp', 'test.add')->value, 'The sum of two integers.', 'help');
my $replies = call('system.multicall', [
    { methodName => 'test.add', params => [1, 2] }, { methodName => 'test.nope', params => [] } ])->value;
same($replies->[0][0], 3, 'multicall');
same($replies->[1]{faultCode}, -32601, 'multicall fault');
print "all ok\n";
