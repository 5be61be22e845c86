# The demo server over RPC::XML::Server: PORT ["" | "nil"].
use strict;
use warnings;
use RPC::XML;
use RPC::XML::Server;

my ($port, $variant) = @ARGV;
$RPC::XML::ALLOW_NIL = 1 if ($variant // '') eq 'nil';
my $server = RPC::XML::Server->new(host => '127.0.0.1', port => $port, path => '/RPC2', auto_methods => 0);
die $server unless ref $server;

sub sample {
    return {
        count  => 7,
        ratio  => 0.1,
        on     => RPC::XML::boolean->new(1),
        text   => "h\x{e9} <&>",
        when   => RPC::XML::datetime_iso8601->new('19980717T14:08:55'),
        bytes  => RPC::XML::base64->new(join '', map { chr } 0 .. 255),
        list   => [1, 'two', [3.5]],
        nested => { inner => { empty => {} } },
    };
}

my @kinds = qw(string int i4 i8 boolean double dateTime.iso8601 base64 array struct nil);
my %methods = (
    'demo.echo'    => [sub { $_[-1] }, map {"$_ $_"} @kinds],
    'demo.add'     => [sub { $_[-2] + $_[-1] }, 'int int int'],
    'demo.sample'  => [\&sample, 'struct'],
    'demo.nothing' => [sub { return }, 'nil'],
    'demo.large'   => [sub { 2**40 }, 'i8'],
    'demo.fail'    => [sub { die RPC::XML::fault->new(4, 'Too many parameters.') }, 'int'],
);
for my $name (sort keys %methods) {
    my ($code, @signature) = @{ $methods{$name} };
    my $added = $server->add_method({
        name => $name, signature => \@signature, code => $code, help => "Help of $name.",
    });
    die $added unless ref $added;
}
$server->add_default_methods;
$server->server_loop;
