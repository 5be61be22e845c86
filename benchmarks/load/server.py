"""Starts the server of the load tests."""

import contextlib
import socket
import subprocess
import time


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@contextlib.contextmanager
def server(program, mode):
    """Runs `program` (load_server) while the context is open, and gives its port and its process id."""
    port = free_port()
    process = subprocess.Popen([program, mode, f"127.0.0.1:{port}"])
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port, process.pid
    finally:
        process.kill()
        process.wait()
