#!/usr/bin/env python3
"""Two servers behind nginx: how many requests they answer, and that none is lost when one is replaced.

    cargo build --example serve_behind_nginx
    tests/nginx/restart.py target/debug/examples/serve_behind_nginx [SECONDS]

It needs nginx, and says NOT RUN without it. The configuration is examples/behind_nginx/nginx.conf, with other
addresses. Each client is a process that keeps its connection. Every order must be answered once with its own
number, and be stored once.
"""
import collections
import multiprocessing
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 4
CLIENTS = 8
ROOT = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def request(method, *numbers):
    params = "".join(f"<param><value><int>{number}</int></value></param>" for number in numbers)
    body = f"<methodCall><methodName>{method}</methodName><params>{params}</params></methodCall>"
    return f"POST /RPC2 HTTP/1.1\r\nHost: test\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


def exchange(connection, data):
    connection.sendall(data)
    received = b""
    while b"</methodResponse>" not in received and b"</html>" not in received:
        piece = connection.recv(65536)
        if not piece:
            break
        received += piece
    return received


def client(index, port, method, end, results):
    """Makes calls until `end`. Reports how many were answered, and which were not answered rightly."""
    done, wrong, connection = 0, [], None
    while time.time() < end:
        number = index * 10_000_000 + done + len(wrong)
        try:
            if connection is None:
                connection = socket.create_connection(("127.0.0.1", port), timeout=30)
            numbers = (number, 0) if method == "add" else (number,)
            reply = exchange(connection, request(method, *numbers))
        except OSError as error:
            reply = str(error).encode()
        if b" 200 OK" in reply and f"<int>{number}</int>".encode() in reply:
            done += 1
        else:
            wrong.append((number, reply[:200]))
        if b" 200 OK" not in reply or b"onnection: close" in reply.split(b"\r\n\r\n")[0]:
            connection.close()
            connection = None
    results.put((done, wrong))


def load(port, method, seconds, meanwhile=lambda: None):
    """Returns how many calls were answered in a second, how many in all, and those that went wrong."""
    results, end = multiprocessing.Queue(), time.time() + seconds
    clients = [multiprocessing.Process(target=client, args=(index, port, method, end, results))
               for index in range(1, CLIENTS + 1)]
    for one in clients:
        one.start()
    meanwhile()
    counts = [results.get() for _ in clients]
    for one in clients:
        one.join()
    done = sum(count for count, _ in counts)
    return done / seconds, done, [problem for _, problems in counts for problem in problems]


class Server:
    def __init__(self, port, orders):
        self.arguments = [PROGRAM, f"127.0.0.1:{port}", orders]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.arguments, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def restart(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(timeout=60) == 0, "it does not end cleanly"
        self.start()


def main():
    nginx = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not nginx:
        raise SystemExit("NOT RUN: there is no nginx")
    folder = pathlib.Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    one, two, front = free_port(), free_port(), free_port()
    text = (ROOT / "examples/behind_nginx/nginx.conf").read_text()
    text = text.replace("one:8000", f"127.0.0.1:{one}").replace("two:8000", f"127.0.0.1:{two}")
    text = re.sub(r"listen \d+;", f"listen 127.0.0.1:{front};", text)
    paths = "".join(f"    {name}_temp_path {folder}/{name};\n"
                    for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    text = text.replace("http {\n", f"http {{\n    access_log off;\n{paths}", 1)
    text = f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n{text}"
    (folder / "nginx.conf").write_text(text)
    orders = folder / "orders.txt"
    servers = [Server(port, str(orders)) for port in (one, two)]
    proxy = subprocess.Popen([nginx, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", front)) == 0:
                    break
            time.sleep(0.05)
        alone, _, wrong = load(one, "add", SECONDS)
        assert not wrong, wrong[:3]
        both, _, wrong = load(front, "add", SECONDS)
        assert not wrong, wrong[:3]
        print(f"one server: {alone:.0f} requests a second; two behind nginx: {both:.0f}")

        restarts = 0

        def replace():
            nonlocal restarts
            for _ in range(2):
                for server in servers:
                    time.sleep(SECONDS / 2)
                    server.restart()
                    restarts += 1

        _, done, wrong = load(front, "order", 4 * SECONDS, replace)
        stored = collections.Counter(orders.read_text().split())
        twice = [number for number, count in stored.items() if count > 1]
        print(f"## {alone:.0f}/s alone, {both:.0f}/s behind nginx; {done} orders during {restarts} restarts, "
              f"{len(wrong)} lost, {len(twice)} twice")
        assert not wrong and not twice and len(stored) == done, (wrong[:3], twice[:3], len(stored), done)
    finally:
        proxy.terminate()
        proxy.wait()
        for server in servers:
            server.process.kill()
            server.process.wait()
        log = (folder / "error.log").read_text()
        causes = (re.sub(r".*?\*\d+ ", "", line.split(", client")[0]) for line in log.splitlines())
        kinds = collections.Counter(causes)
        for kind, count in kinds.most_common(5):
            print(f"nginx: {count} times: {kind}")
        shutil.rmtree(folder, ignore_errors=True)


main()
