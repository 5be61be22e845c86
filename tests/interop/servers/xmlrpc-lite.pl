# The demo server over XMLRPC::Lite: PORT.
use strict;
use warnings;

package demo;

sub echo    { $_[-1] }
sub add     { $_[-2] + $_[-1] }
sub nothing { return }
sub large   { 2**40 }
sub fail    { die SOAP::Fault->faultcode(4)->faultstring('Too many parameters.') }

sub sample {
    return {
        count  => 7,
        ratio  => 0.1,
        on     => SOAP::Data->type(boolean => 1),
        text   => "h\xc3\xa9 <&>",
        when   => SOAP::Data->type(dateTime => '19980717T14:08:55'),
        bytes  => SOAP::Data->type(base64 => join '', map { chr } 0 .. 255),
        list   => [1, 'two', [3.5]],
        nested => { inner => { empty => {} } },
    };
}

package main;

require SOAP::Lite;
require XMLRPC::Transport::HTTP;
XMLRPC::Transport::HTTP::Daemon->new(LocalAddr => '127.0.0.1', LocalPort => $ARGV[0], Reuse => 1)
    ->dispatch_to('demo')->handle;
