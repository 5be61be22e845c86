#!/usr/bin/env python3
"""The page of `Router::docs` in a real browser.

    cargo build --example serve_docs
    tests/browser/docs_page.py target/debug/examples/serve_docs [PICTURE.png]

It needs chromium, and says NOT RUN without it. PICTURE.png is the picture for the README.
"""
import json
import subprocess
import sys

from cdp import Browser

server = subprocess.Popen([sys.argv[1], "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
browser = None
try:
    url = server.stdout.readline().strip()
    browser = Browser("--window-size=900,760", "--host-resolver-rules=MAP evil.example 127.0.0.1")

    def visible():
        return browser.evaluate("[...document.querySelectorAll('.method')].filter(m => m.checkVisibility())"
                                ".map(m => m.id)")

    def call(method, *fields):
        """Fills in the form of a method, sends it, and returns the text of the reply."""
        browser.evaluate(f"""(() => {{
            const method = document.getElementById({json.dumps(method)});
            method.querySelector('details').open = true;
            const fields = method.querySelectorAll('[data-type]');
            const given = {json.dumps(fields)};
            given.forEach((text, index) => {{
                if (text === null) return;
                fields[index].value = text;
                fields[index].dispatchEvent(new Event('input', {{bubbles: true}}));
            }});
            method.querySelector('button').click();
        }})()""")
        reply = f"document.getElementById({json.dumps(method)}).querySelector('.reply')"
        browser.wait(lambda: browser.evaluate(f"{reply}.textContent") not in ("", "calling …"))
        is_fault = browser.evaluate(f"!!{reply}.querySelector('.fault')")
        return is_fault, browser.evaluate(f"{reply}.innerText")

    browser.open(url)
    every = visible()
    assert every[:3] == ["math.divide", "people.notes", "people.save"], every
    assert "system.multicall" in every
    print("ok: the page shows the methods")

    browser.press("/", "/")
    assert browser.evaluate("document.activeElement.id") == "search"
    browser.send("Input.insertText", text="person number")
    assert visible() == ["people.save"], visible()
    assert browser.evaluate("document.getElementById('count').textContent") == f"1 of {len(every)} methods"
    browser.press("Escape")
    assert visible() == every
    print("ok: the search finds a method, with the keyboard alone")

    markup = "<img src=x onerror=\"window.broken=1\"><script>window.broken=1</script> & \"quotes\""
    person = json.dumps({"name": markup, "age": 36})
    is_fault, text = call("people.save", "7", markup, person)
    assert not is_fault and "struct of 2" in text and markup in text and "36" in text, text
    is_fault, text = call("people.notes", None)
    assert not is_fault and "array of 1" in text and f"7: {markup}" in text, text
    is_fault, text = call("people.notes", "0")
    assert not is_fault and "array of 0" in text, text
    print("ok: a call with an int, a string and a struct shows its result")

    is_fault, text = call("math.divide", "1", "0")
    assert is_fault and text == "Fault 1: division by zero", text
    is_fault, text = call("math.divide", "one", "0")
    assert is_fault and "expected a number" in text, text
    is_fault, text = call("math.divide", "1.5", "2")
    assert not is_fault and "0.75" in text, text
    print("ok: a fault is shown as a fault")

    assert browser.evaluate("window.broken === undefined && document.querySelectorAll('img').length === 0")
    html = browser.evaluate("document.querySelector('[id=\"people.save\"] .help').innerHTML")
    assert "<table>" in html and "&lt;b&gt;important" in html, html
    print("ok: markup in documentation and in results does nothing")

    colours = set()
    for scheme in ("dark", "light"):
        browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        colours.add(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(colours) == 2, colours
    print("ok: the page is dark where the system is")

    reached = browser.evaluate("""(async () => {
        const focusable = document.querySelectorAll('a[href], summary, input, textarea, select, button');
        return [...focusable].every((element) => element.tabIndex >= 0);
    })()""")
    assert reached
    assert browser.problems == [], browser.problems
    elsewhere = [one for one in browser.requested if not one.startswith((url, "about:", "data:"))]
    assert elsewhere == [], elsewhere
    print("ok: nothing was reported to the console, and nothing was loaded from elsewhere")

    if len(sys.argv) > 2:
        browser.evaluate("""(() => {
            for (const details of document.querySelectorAll('.method > details')) details.open = false;
            document.activeElement.blur();
        })()""")
        call("people.save", "7", "Wrote the first program.", json.dumps({"name": "Ada Lovelace", "age": 36}))
        browser.evaluate("document.getElementById('people.save').scrollIntoView({block: 'end'})")
        browser.picture(sys.argv[2])

    foreign = url.replace("127.0.0.1", "evil.example")
    browser.open(foreign)
    assert browser.evaluate("document.querySelectorAll('form').length") == 0
    assert "cannot be tried here" in browser.evaluate("document.body.innerText")
    status = browser.evaluate("fetch('/', {method: 'POST', body: '<methodCall/>'}).then(r => r.status)")
    assert status == 403, status
    print("ok: under a host that anybody may have, there is no form and no way to call")
finally:
    if browser:
        browser.close()
    server.kill()
    server.wait()
