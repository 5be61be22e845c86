#!/bin/sh
# xmlrpc-c's command line client against the server at the url. It can read arrays, structs and dates, but not
# send them.
set -eu
url=$1

# expect TEXT ARGUMENT…: fails unless the output of the command contains the text.
expect() {
    text=$1
    shift
    output=$(xmlrpc "$url" "$@" 2>&1 || true)
    case $output in
    *"$text"*) ;;
    *)
        echo "xmlrpc $*: expected $text, got $output"
        exit 1
        ;;
    esac
}

expect "Integer: 5" test.add i/2 i/3
expect "Integer: -42" test.echo i/-42
expect "String: 'h<&>llo'" test.echo "s/h<&>llo"
expect "Boolean: TRUE" test.echo b/t
expect "Floating Point: 1.25" test.echo d/1.25
expect "Bit string: 616263" test.echo h/616263
expect "datetime value" test.sample
expect "Nil" test.echo n/
expect "64-bit integer: 5000000000" test.echo I/5000000000
expect "Array of 2 items" test.sample
expect "Struct of 3 members" test.sample
expect "Too many" test.fail i/4 "s/Too many"
expect "fault code 4" test.fail i/4 "s/Too many"
expect "fault code -32601" test.nope
expect "test.add" system.listMethods
expect "String: 'int'" system.methodSignature s/test.add
expect "The sum of two integers." system.methodHelp s/test.add
expect "an array of calls" system.multicall i/1
echo "all ok"
