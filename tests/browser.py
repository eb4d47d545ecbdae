"""A chromium without a window, spoken to over two pipes; nothing but the browser is needed for it."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or ""
_FLAGS: Final = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
_SECONDS: Final = 60
_A4: Final = (8.27, 11.69)
_KEYS: Final[Mapping[str, Mapping[str, Any]]] = {
    "Tab": {"code": "Tab", "windowsVirtualKeyCode": 9},
    "Enter": {"code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"},
    " ": {"code": "Space", "windowsVirtualKeyCode": 32, "text": " "},
    "ArrowRight": {"code": "ArrowRight", "windowsVirtualKeyCode": 39},
    "ArrowLeft": {"code": "ArrowLeft", "windowsVirtualKeyCode": 37},
    "ArrowDown": {"code": "ArrowDown", "windowsVirtualKeyCode": 40},
}


class Page:
    """One page of a browser.

    `complaints` holds what went wrong on it: errors of scripts, and what was blocked;
    `requests` all addresses that it asked for.
    """

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive, self._kept = send, receive, bytearray()
        self._number, self._session, self._loaded = 0, "", False
        self.complaints: list[str] = []
        self.requests: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")

    def open(self, url: str) -> None:
        """Open an address anew, and wait until all of it is there."""
        for each in ("about:blank", url):
            self._loaded = False
            self._call("Page.navigate", url=each)
            while not self._loaded:
                self._note(json.loads(self._read()))

    def run(self, script: str) -> Any:
        """Return what an expression comes to on the page."""
        told = self._call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in told:
            raise AssertionError(told["exceptionDetails"])
        return told["result"].get("value")

    def size(self, width: int, height: int = 900) -> None:
        """Make the window so wide and high."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def look(self, *, dark: bool = False, printed: bool = False) -> None:
        """Show the page to a reader who likes it dark or light, or as on paper."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call(
            "Emulation.setEmulatedMedia", media="print" if printed else "", features=[scheme]
        )

    def script(self, *, on: bool) -> None:
        """Let the scripts of the pages opened from now on run, or not."""
        self._call("Emulation.setScriptExecutionDisabled", value=not on)

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            for kind in ("keyDown", "keyUp"):
                self._call("Input.dispatchKeyEvent", type=kind, key=key, **_KEYS[key])

    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""
        return base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        """Return the page as printed on A4."""
        width, height = _A4
        told = self._call(
            "Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=True
        )
        return base64.b64decode(told["data"])

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        told = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            told["sessionId"] = self._session
        os.write(self._send, json.dumps(told).encode() + b"\0")
        while True:
            answer = json.loads(self._read())
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                found: dict[str, Any] = answer["result"]
                return found
            self._note(answer)

    def _read(self) -> bytes:
        """Return the next message of the browser, as far as the zero byte that ends it."""
        while b"\0" not in self._kept:
            ready, _, _ = select.select([self._receive], [], [], _SECONDS)
            got = os.read(self._receive, 1 << 20) if ready else b""
            if not got:
                raise RuntimeError("the browser does not answer")
            self._kept += got
        told, _, self._kept = self._kept.partition(b"\0")
        return bytes(told)

    def _note(self, message: Mapping[str, Any]) -> None:
        event, told = message.get("method", ""), message.get("params", {})
        if event == "Page.loadEventFired":
            self._loaded = True
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(str(told["exceptionDetails"]))
        elif event == "Runtime.consoleAPICalled":
            self.complaints.append(str(told["args"]))
        elif event == "Log.entryAdded":
            self.complaints.append(told["entry"]["text"])
        elif event == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])


@contextmanager
def browser() -> Iterator[Page]:
    """Give a page of a browser that has nobody's settings."""
    to_read, send = os.pipe()
    receive, to_write = os.pipe()

    def connect() -> None:
        """Let it read what it is told at descriptor 3 and answer at 4, whatever stands there."""
        own = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_read, to_write)]
        for number, end in enumerate(own, start=3):
            os.dup2(end, number)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        running = subprocess.Popen(
            [CHROMIUM, *_FLAGS, f"--user-data-dir={folder}"],
            close_fds=False, preexec_fn=connect, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_read)
        os.close(to_write)
        try:
            yield Page(send, receive)
        finally:
            running.terminate()
            running.wait()
            os.close(send)
            os.close(receive)
