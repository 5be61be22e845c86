#!/bin/bash
# Runs one peer until the standard input is closed. The server therefore stops with its caller, however that
# ends.
#
#   run.sh PEER FOLDER PORT    PEER: a server, with its variant after a colon (`cpython:allow_none`)
#
# Everything is written to FOLDER. The server listens only on the loopback address, on PORT. Unix sockets are
# FOLDER/socket.
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${INTEROP_HOME:-$(cd "$here/../.." && pwd)/target/interop}
peer=${1%%:*}
variant=${1#"$peer"}
variant=${variant#:}
folder=$2
port=$3
servers=$here/servers
mkdir -p "$folder"
cd "$folder"

case $peer in
cpython)
    command=(python3 "$servers/cpython.py" "$port" "$variant")
    ;;
supervisord)
    cat >supervisord.conf <<END
[supervisord]
nodaemon = true
logfile = $folder/supervisord.log
pidfile = $folder/supervisord.pid
childlogdir = $folder

[inet_http_server]
port = 127.0.0.1:$port
username = interop
password = s3cret:/@

[unix_http_server]
file = $folder/socket

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface

[program:greeter]
command = /bin/sh -c "echo 'ready <&> é'; exec sleep 3600"
startsecs = 0

[program:idle]
command = /bin/cat
autostart = false
startsecs = 0

[program:missing]
command = /nonexistent/program
autostart = false
startretries = 0
END
    command=("$home/supervisord-venv/bin/supervisord" -n -c "$folder/supervisord.conf")
    ;;
rtorrent)
    mkdir -p session downloads
    listen="network.scgi.open_port = 127.0.0.1:$port"
    [ "$variant" = unix ] && listen="network.scgi.open_local = $folder/socket"
    # Nothing is announced, and no other peer is searched for.
    cat >rtorrent.rc <<END
directory.default.set = $folder/downloads
session.path.set = $folder/session
network.bind_address.set = 127.0.0.1
network.port_open.set = no
dht.mode.set = disable
protocol.pex.set = no
trackers.use_udp.set = no
system.daemon.set = true
$listen
END
    command=(env HOME="$folder" TERM=dumb rtorrent -n -o "import=$folder/rtorrent.rc")
    ;;
aria2)
    access=(--rpc-secret=s3cret)
    [ "$variant" = basic ] && access=(--rpc-user=interop --rpc-passwd=s3cret)
    pause=true
    [ "$variant" = run ] && pause=false
    command=(aria2c --no-conf --quiet --enable-rpc --rpc-listen-all=false "--rpc-listen-port=$port"
        "--dir=$folder" "--pause=$pause" --enable-dht=false --enable-dht6=false --bt-enable-lpd=false
        "${access[@]}")
    ;;
xmlrpc-c)
    command=("$home/xmlrpc-c-server" "$port" "$variant")
    ;;
node)
    command=(env NODE_PATH="$home/npm/node_modules" node "$servers/${variant:-npm}.js" "$port")
    ;;
rpc-xml | xmlrpc-lite)
    command=(perl "$servers/$peer.pl" "$port" "$variant")
    ;;
ruby)
    command=(ruby -W0 "$servers/ruby.rb" "$port" "$variant")
    ;;
rosmaster)
    export ROS_IP=127.0.0.1 ROS_HOME=$folder ROS_LOG_DIR=$folder ROS_MASTER_URI=http://127.0.0.1:$port
    # The packages are those of Debian's Python, which may not be the first on the path.
    command=(/usr/bin/python3 /usr/bin/rosmaster --core -p "$port")
    ;;
dokuwiki)
    "$servers/dokuwiki.sh" "$folder"
    command=(php -d display_errors=0 -S "127.0.0.1:$port" -t "$folder/www")
    ;;
*)
    echo "there is no peer $peer" >&2
    exit 2
    ;;
esac

# The server gets its own process group, so that the processes that it starts stop with it.
set -m
"${command[@]}" >output.log 2>&1 </dev/null &
server=$!
stop() {
    kill -TERM -- -$server || return 0
    sleep 0.2
    kill -KILL -- -$server
    wait $server
}
trap 'stop 2>/dev/null || true' EXIT
while kill -0 $server 2>/dev/null; do
    status=0
    read -r -t 1 || status=$?
    # A status above 128 means that there is nothing to read yet, any other that the caller is gone.
    [ $status -gt 128 ] || exit 0
done
tail -n 5 output.log >&2
exit 1
