#!/bin/bash
# Installs the XML-RPC software that the interoperability tests talk to.
#
#   tests/interop/install.sh            every peer
#   tests/interop/install.sh NAME...    these peers
#
# Debian packages need root. Python and npm packages are installed below target/interop. For each peer it
# prints one line, `NAME ready` or `NAME not installed: why`. The exit status is that of the worst. Running it
# again changes nothing.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${INTEROP_HOME:-$(cd "$here/../.." && pwd)/target/interop}
log=$home/log
mkdir -p "$log"

peers="cpython supervisord rtorrent aria2 xmlrpc-c node rpc-xml xmlrpc-lite dokuwiki rosmaster ruby"

# debian PACKAGE...: installs those that are missing, and lets none of them start a daemon.
debian() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || { reason="needs the Debian packages ${missing[*]}"; return 1; }
    [ "$(id -u)" = 0 ] || { reason="needs root to install ${missing[*]}"; return 1; }
    if [ ! -e "$home/apt-updated" ]; then
        apt-get update -q >>"$log/apt.log" 2>&1 ||
            { reason="apt-get update failed, see $log/apt.log"; return 1; }
        touch "$home/apt-updated"
    fi
    local policy=/usr/sbin/policy-rc.d own=
    if [ ! -e $policy ]; then
        own=1
        printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends -o DPkg::Lock::Timeout=600 \
        -o Dpkg::Options::=--force-confold "${missing[@]}" >>"$log/apt.log" 2>&1 </dev/null
    local status=$?
    [ -n "$own" ] && rm -f $policy
    [ $status -eq 0 ] || reason="apt-get install ${missing[*]} failed, see $log/apt.log"
    return $status
}

python() {
    command -v python3 >/dev/null || debian python3
}

install_cpython() {
    python
}

install_supervisord() {
    python || return 1
    local venv=$home/supervisord-venv
    [ -x "$venv/bin/supervisord" ] && return 0
    python3 -m venv "$venv" >>"$log/pip.log" 2>&1 \
        || { rm -rf "$venv" && debian python3-venv && python3 -m venv "$venv" >>"$log/pip.log" 2>&1; } \
        || { reason=${reason:-"python3 -m venv failed, see $log/pip.log"}; return 1; }
    # supervisor imports pkg_resources, which newer versions of setuptools no longer have.
    "$venv/bin/python" -m pip install -q --disable-pip-version-check supervisor==4.3.0 'setuptools<81' \
        >>"$log/pip.log" 2>&1 || { reason="pip install supervisor failed, see $log/pip.log"; return 1; }
}

install_rtorrent() {
    debian rtorrent
}

install_aria2() {
    debian aria2
}

install_xmlrpc-c() {
    debian gcc libc6-dev libxmlrpc-core-c3-dev xmlrpc-api-utils || return 1
    # shellcheck disable=SC2046 # the flags are words
    cc -O1 -Wall -o "$home/xmlrpc-c-server" "$here/servers/xmlrpc-c.c" \
        $(xmlrpc-c-config abyss-server --cflags --libs) >>"$log/cc.log" 2>&1 \
        || { reason="the server does not compile, see $log/cc.log"; return 1; }
}

install_node() {
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        debian nodejs npm || return 1
    fi
    local folder=$home/npm
    [ -d "$folder/node_modules/xmlrpc" ] && [ -d "$folder/node_modules/@foxglove/xmlrpc" ] \
        && [ -d "$folder/node_modules/davexmlrpc" ] && return 0
    mkdir -p "$folder"
    echo '{"private": true}' >"$folder/package.json"
    (cd "$folder" && npm install --ignore-scripts --no-audit --no-fund \
        xmlrpc@1.3.2 @foxglove/xmlrpc@1.3.0 davexmlrpc@0.4.26) >>"$log/npm.log" 2>&1 </dev/null \
        || { reason="npm install failed, see $log/npm.log"; return 1; }
}

install_rpc-xml() {
    debian librpc-xml-perl libhttp-daemon-perl
}

install_xmlrpc-lite() {
    debian libxmlrpc-lite-perl libhttp-daemon-perl
}

install_dokuwiki() {
    debian php-cli php-xml dokuwiki
}

install_rosmaster() {
    debian python3-rosmaster
}

install_ruby() {
    debian ruby ruby-xmlrpc ruby-webrick
}

worst=0
for peer in ${*:-$peers}; do
    reason=
    if ! declare -F "install_$peer" >/dev/null; then
        echo "$peer not installed: there is no such peer (known: $peers)"
        worst=1
    elif "install_$peer"; then
        touch "$home/$peer.ready"
        echo "$peer ready"
    else
        rm -f "$home/$peer.ready"
        echo "$peer not installed: ${reason:-failed, see $log}"
        worst=1
    fi
done
exit $worst
