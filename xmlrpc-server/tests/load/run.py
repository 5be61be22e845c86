"""Load on the server of `examples/load_server.rs`, over loopback only.

    cargo build --release -p xmlrpc-server --example load_server
    python3 xmlrpc-server/tests/load/run.py target/release/examples/load_server [wrk|cost|slow|flood ...]

wrk    1 and 64 connections, --seconds each: errors, wrong replies, requests a second, memory before and after (needs Debian's wrk)
cost   CPU time per request of `serve` and `axum` against `bare`, in alternating rounds
slow   500 connections that send a byte a second, and the calls of a normal client beside them
flood  10,000 malformed requests a minute for 3 minutes, and the calls of a normal client beside them
"""
import argparse, contextlib, os, pathlib, random, re, socket, statistics, subprocess, threading, time, xmlrpc.client

HERE = pathlib.Path(__file__).parent
TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@contextlib.contextmanager
def server(binary, mode):
    port = free_port()
    process = subprocess.Popen([binary, mode, f"127.0.0.1:{port}"])
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port, process.pid
    finally:
        process.kill()
        process.wait()


def cpu(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def wrk(port, connections, seconds, check=True):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(HERE / "add.lua"), f"http://127.0.0.1:{port}/RPC2"]
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
            print(f"wrk {connections} connections, {seconds} s: {counts['requests'] / seconds:.0f} requests/s, {counts}, "
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
        print(f"cost {mode}: {statistics.median(costs):.2f} us of CPU a request ({min(costs):.2f} to {max(costs):.2f}), "
              f"{statistics.median(costs) / bare:.2f} of bare", flush=True)


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
    print(f"{label}: {len(times)} calls of a normal client, {len(failures)} failed, "
          f"median {statistics.median(times) * 1000:.1f} ms, longest {max(times) * 1000:.1f} ms {failures[:3]}", flush=True)
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
                        # Half of them are slow with the head, half with the body.
                        if second == 0 and index % 2:
                            attacker.send(head)
                        attacker.send(b"x")
                    except OSError:
                        attacker.close()
                        attackers[index], reopened = socket.create_connection(("127.0.0.1", port)), reopened + 1
                time.sleep(1)
            print(f"slow: 500 connections for {seconds} s, {reopened} opened again, memory {before:.1f} -> {resident(pid):.1f} MiB")


def malformed(random):
    call = (b"<?xml version='1.0'?><methodCall><methodName>echo</methodName><params><param><value><string>abc</string></value>"
            b"</param></params></methodCall>")
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
        return b"POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % random.randrange(10**6, 10**12) + call
    return b"POST /RPC2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body


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
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 5) as attacker:
                    attacker.sendall(malformed(generator))
                    attacker.shutdown(socket.SHUT_WR)
                    attacker.settimeout(5)
                    answered += bool(attacker.recv(100))
                sent += 1
        print(f"flood: {sent} malformed requests in {seconds} s, {answered} answered, memory {before:.1f} -> {resident(pid):.1f} MiB")
        assert resident(pid) < before + 100


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("runs", nargs="*", default=["wrk", "cost", "slow", "flood"])
    parser.add_argument("--seconds", type=int, help="how long each run takes; by default 30, and 180 for the flood")
    arguments = parser.parse_args()
    for name in arguments.runs:
        globals()[f"run_{name}"](arguments.binary, arguments.seconds or (180 if name == "flood" else 30))
