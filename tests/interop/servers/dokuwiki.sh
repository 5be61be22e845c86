#!/bin/bash
# Copies DokuWiki from Debian's package to FOLDER/www, with one user (interop, s3cret) and the remote API on.
set -eu
www=$1/www
rm -rf "$www"
cp -rL /usr/share/dokuwiki "$www" 2>/dev/null || [ -f "$www/doku.php" ]
rm -rf "$www/conf" "$www/data"
cp -rL /etc/dokuwiki "$www/conf"
mkdir -p "$www"/data/{pages,attic,media,media_attic,media_meta,meta,cache,index,locks,tmp,log}
cat >"$www/inc/preload.php" <<END
<?php
define('DOKU_CONF', '$www/conf/');
error_reporting(0);
END
cat >"$www/conf/local.php" <<END
<?php
\$conf['title'] = 'Interop';
\$conf['savedir'] = '$www/data';
\$conf['useacl'] = 1;
\$conf['authtype'] = 'authplain';
\$conf['superuser'] = '@admin';
\$conf['remote'] = 1;
\$conf['remoteuser'] = '';
\$conf['updatecheck'] = 0;
END
printf '*\t@ALL\t1\n*\t@user\t16\n' >"$www/conf/acl.auth.php"
hash=$(php -r 'echo password_hash("s3cret", PASSWORD_BCRYPT);')
printf 'interop:%s:Interop:interop@example.org:admin,user\n' "$hash" >"$www/conf/users.auth.php"
