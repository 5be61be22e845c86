#!/bin/sh
# xmlrpc-c's command line client against the server at the url.
set -eu
url=$1

# expect TEXT ARGUMENT…: the command's output must hold the text.
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
expect "Boolean: TRUE" test.echo b/1
expect "Floating Point: 1.25" test.echo d/1.25
expect "19980717T14:08:55" test.echo t/19980717T14:08:55
expect "Byte string of length 3" test.echo h/616263
expect "Array of 3 items" test.echo "array/(i/1,i/2,i/3)"
expect "Struct" test.echo "struct/{a:i/1,b:s/x}"
expect "Integer: 2" test.count "array/(i/1,i/2)"
expect "Too many" test.fail i/4 "s/Too many"
expect "fault code 4" test.fail i/4 "s/Too many"
expect "fault code -32601" test.nope
expect "test.add" system.listMethods
expect "String: 'int'" system.methodSignature s/test.add
expect "The sum of two integers." system.methodHelp s/test.add
expect "Array of 2 items" system.multicall \
    "array/(struct/{methodName:s/test.add,params:array/(i/1,i/2)},struct/{methodName:s/test.nope,params:array/()})"
echo "all ok"
