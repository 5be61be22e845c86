#!/usr/bin/env python3
"""Puts load on the server of the load tests, over loopback only.

    cd benchmarks
    cargo build --release --no-default-features --features load --bin load_server
    load/run.py target/release/load_server [wrk|cost|slow|flood ...]

wrk    1 and 64 connections for --seconds each: errors, wrong replies, requests a second, memory before and after
       (needs Debian's package wrk)
cost   CPU time for each request of `serve` and `axum` against `bare`, in alternating rounds (needs wrk)
slow   500 connections that send one byte a second, and the calls of a normal client beside them
flood  10,000 malformed requests a minute for 3 minutes, and the calls of a normal client beside them
"""

import argparse
import contextlib
import os
import pathlib
import random
import re
import socket
import statistics
import subprocess
import threading
import time
import xmlrpc.client

from server import server

HERE = pathlib.Path(__file__).parent
TICK = os.sysconf("SC_CLK_TCK")


def cpu(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def wrk(port, connections, seconds, check=True):
    url = f"http://127.0.0.1:{port}/RPC2"
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(HERE / "add.lua"), url]
    environment = os.environ | ({"CHECK": "1"} if check else {})
    text = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    return {key: int(value) for key, value in re.findall(r"(\w+)=(\d+)", text)}


def run_wrk(binary, seconds):
    with server(binary, "serve") as (port, pid):
        for connections in (1, 64):
            wrk(port, connections, 2)
            before = resident(pid)
            counts = wrk(port, connections, seconds)
            after = resident(pid)
            rate = counts["requests"] / seconds
            print(f"wrk {connections} connections, {seconds} s: {rate:.0f} requests/s, {counts}, "
                  f"memory {before:.1f} -> {after:.1f} MiB", flush=True)
            assert all(counts[key] == 0 for key in counts if key != "requests"), counts
            assert after < before + 4, "memory grew"


def run_cost(binary, seconds):
    rounds = {"bare": [], "serve": [], "axum": []}
    with contextlib.ExitStack() as stack:
        servers = {mode: stack.enter_context(server(binary, mode)) for mode in rounds}
        for _ in range(5):
            for mode, (port, pid) in servers.items():
                wrk(port, 16, 1, check=False)
                start = cpu(pid)
                requests = wrk(port, 16, max(2, seconds // 8), check=False)["requests"]
                rounds[mode].append((cpu(pid) - start) / requests * 1e6)
    bare = statistics.median(rounds["bare"])
    for mode, costs in rounds.items():
        median = statistics.median(costs)
        print(f"cost {mode}: {median:.2f} us of CPU a request ({min(costs):.2f} to {max(costs):.2f}), "
              f"{median / bare:.2f} of bare", flush=True)


def normal_client(port, stop, times, failures):
    while not stop.is_set():
        start = time.monotonic()
        try:
            with xmlrpc.client.ServerProxy(f"http://127.0.0.1:{port}/RPC2") as proxy:
                assert proxy.add(2, 3) == 5
        except Exception as error:
            failures.append(repr(error))
        times.append(time.monotonic() - start)
        time.sleep(0.02)


@contextlib.contextmanager
def beside_a_normal_client(port, label):
    stop, times, failures = threading.Event(), [], []
    thread = threading.Thread(target=normal_client, args=(port, stop, times, failures))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
    median, longest = statistics.median(times) * 1000, max(times) * 1000
    print(f"{label}: {len(times)} calls of a normal client, {len(failures)} failed, "
          f"median {median:.1f} ms, longest {longest:.1f} ms {failures[:3]}", flush=True)
    assert not failures


def run_slow(binary, seconds):
    with server(binary, "serve") as (port, pid):
        before = resident(pid)
        with beside_a_normal_client(port, "slow"):
            head = b"POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n<methodCall><methodName>"
            attackers, reopened = [socket.create_connection(("127.0.0.1", port)) for _ in range(500)], 0
            for second in range(seconds):
                for index, attacker in enumerate(attackers):
                    try:
                        # Half of them are slow in the head, half in the body.
                        if second == 0 and index % 2:
                            attacker.send(head)
                        attacker.send(b"x")
                    except OSError:
                        attacker.close()
                        attackers[index] = socket.create_connection(("127.0.0.1", port))
                        reopened += 1
                time.sleep(1)
            print(f"slow: 500 connections for {seconds} s, {reopened} opened again, "
                  f"memory {before:.1f} -> {resident(pid):.1f} MiB")


def malformed(random):
    call = (b"<?xml version='1.0'?><methodCall><methodName>echo</methodName><params><param><value>"
            b"<string>abc</string></value></param></params></methodCall>")
    post = b"POST /RPC2 HTTP/1.1\r\nHost: x\r\n"
    kind = random.randrange(8)
    if kind == 0:
        body = call[: random.randrange(len(call))]
    elif kind == 1:
        body = random.randbytes(random.randrange(2000))
    elif kind == 2:
        at = random.randrange(len(call))
        body = call[:at] + random.randbytes(1) + call[at + 1 :]
    elif kind == 3:
        body = b"<methodCall><methodName>echo</methodName><params><param>" + b"<value><array><data>" * 50_000
    elif kind == 4:
        body = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + call
    elif kind == 5:
        body = call.replace(b"string", b"int")
    elif kind == 6:
        return random.randbytes(random.randrange(1, 500)) + b"\r\n\r\n"
    else:
        return post + b"Content-Length: %d\r\n\r\n" % random.randrange(10**6, 10**12) + call
    return post + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def run_flood(binary, seconds):
    generator, sent, answered = random.Random(1), 0, 0
    with server(binary, "serve") as (port, pid):
        before = resident(pid)
        with beside_a_normal_client(port, "flood"):
            start = time.monotonic()
            while (now := time.monotonic() - start) < seconds:
                if sent > now * 10_000 / 60:
                    time.sleep(0.002)
                    continue
                address = ("127.0.0.1", port)
                with contextlib.suppress(OSError), socket.create_connection(address, 5) as attacker:
                    attacker.sendall(malformed(generator))
                    attacker.shutdown(socket.SHUT_WR)
                    attacker.settimeout(5)
                    answered += bool(attacker.recv(100))
                sent += 1
        print(f"flood: {sent} malformed requests in {seconds} s, {answered} answered, "
              f"memory {before:.1f} -> {resident(pid):.1f} MiB")
        assert resident(pid) < before + 100


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("runs", nargs="*", default=["wrk", "cost", "slow", "flood"])
    parser.add_argument("--seconds", type=int, help="the length of each run; 30 by default, 180 for flood")
    arguments = parser.parse_args()
    for name in arguments.runs:
        globals()[f"run_{name}"](arguments.binary, arguments.seconds or (180 if name == "flood" else 30))
