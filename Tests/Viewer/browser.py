"""A headless Chromium, driven over its DevTools protocol by a pair of pipes; no other library."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]


def program():
    for name in PROGRAMS:
        path = os.environ.get("SVODKA_BROWSER") or shutil.which(name)
        if path:
            return path
    raise SystemExit("no Chromium found: Scripts/install-system-packages chromium-headless-shell")


class Browser:
    """One browser with one page; `errors` gathers what the page complains about."""

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        to_browser, from_us = os.pipe()
        from_browser, to_us = os.pipe()
        # The browser reads from descriptor 3 and writes to 4.
        arguments = [
            program(), "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
            "--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb",
            "--no-first-run", "--user-data-dir=" + self.profile]
        shell = ["sh", "-c", f'exec "$@" 3<&{to_browser} 4>&{to_us}', "browser"] + arguments
        self.process = subprocess.Popen(
            shell, pass_fds=(to_browser, to_us), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(to_us)
        self.input, self.output = from_us, from_browser
        self.buffer, self.number, self.events, self.errors = b"", 0, [], []
        self.session = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.send(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.session = None
            self.send("Browser.close")
            self.process.wait(10)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _receive(self, deadline):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.output], [], [], max(deadline - time.time(), 0))
            if not ready:
                raise RuntimeError("the browser does not answer")
            block = os.read(self.output, 1 << 20)
            if not block:
                raise RuntimeError("the browser has ended")
            self.buffer += block
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def _note(self, message):
        method, params = message.get("method"), message.get("params", {})
        self.events.append(message)
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.errors.append(str(params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.errors.append(params["entry"]["text"])
        elif method == "Page.javascriptDialogOpening":
            self.errors.append("a dialog opened: " + params["message"])
        elif method == "Network.requestWillBeSent":
            url = params["request"]["url"]
            if not url.startswith(("file:", "about:")):
                self.errors.append("a request was sent to " + url[:100])

    def send(self, method, timeout=60, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.input, json.dumps(message).encode() + b"\0")
        deadline = time.time() + timeout
        while True:
            answer = self._receive(deadline)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer.get("result", {})
            self._note(answer)

    def open(self, path, width=1280, height=860, scheme="light", media="", touch=False):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=touch)
        self.media(scheme, media)
        self.events = []
        answer = self.send("Page.navigate", url="file://" + os.path.abspath(path))
        if answer.get("errorText"):
            raise RuntimeError(f"{path}: {answer['errorText']}")
        deadline = time.time() + 60
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self._note(self._receive(deadline))
        # What an earlier page remembered is not what this one is asked for.
        self.run("try { localStorage.clear(); } catch {} delete document.documentElement.dataset.theme;")

    def media(self, scheme, media=""):
        self.send("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}])

    def run(self, script):
        """The value of an expression in the page."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description"))
        return answer["result"].get("value")

    def point(self, selector):
        box = self.run(
            "(() => { const e = document.querySelector(%s); e.scrollIntoView({block:'center'});"
            " const b = e.getClientRects()[0]; return [b.left + b.width / 2, b.top + b.height / 2]; })()"
            % json.dumps(selector))
        return {"x": box[0], "y": box[1]}

    def hover(self, selector):
        self.send("Input.dispatchMouseEvent", type="mouseMoved", **self.point(selector))

    def click(self, selector, modifiers=0):
        place = self.point(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1,
                      modifiers=modifiers, **place)

    def type(self, text):
        self.send("Input.insertText", text=text)

    def press(self, key, code=None, modifiers=0):
        text = key if len(key) == 1 else {"Enter": "\r"}.get(key, "")
        code = code or ("Key" + key.upper() if key.isalpha() and len(key) == 1 else key)
        number = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowRight": 39}.get(key, 0)
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=code, modifiers=modifiers,
                      windowsVirtualKeyCode=number, text=text if kind == "keyDown" else "")

    def screenshot(self, path, whole=False):
        options = {"format": "png"}
        if whole:
            options["captureBeyondViewport"] = True
            size = self.send("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = {"x": 0, "y": 0, "width": size["width"],
                               "height": min(size["height"], 12000), "scale": 1}
        data = base64.b64decode(self.send("Page.captureScreenshot", **options)["data"])
        with open(path, "wb") as file:
            file.write(data)
        return data

    def pdf(self, path):
        data = base64.b64decode(self.send(
            "Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])
        with open(path, "wb") as file:
            file.write(data)
        return data
