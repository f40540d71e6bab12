"""The step runner. Environment: FD_HOST, FD_KEY, NCONV (notes to add for paging). Exit 0 no FAIL, 1 some FAIL, 2 no server."""
import os
import sys
import tempfile
import time

ENV = dict(
    HOST=os.environ.get("FD_HOST", "acme.freshdesk.com"),
    KEY=os.environ.get("FD_KEY", "demo"),
    NCONV=int(os.environ.get("NCONV", "35")),
)
# Makes addresses and names of this run its own, so that the story can be told twice to one server.
RUN = "%x" % int(time.time() * 1000)
ABSENT = ("Connection refused", "Name or service not known", "Failed to establish", "NameResolution", "Max retries")


def ok(condition, expectation):
    if not condition:
        raise AssertionError("expected " + expectation)


def expect(error, call):
    try:
        result = call()
    except error as e:
        return str(e)[:80]
    raise AssertionError("expected %s, got %r" % (error, result))


def eventually(ask, holds, expectation):
    """Asks again until the answer holds, as one does of a search index."""
    for _ in range(100):
        last = ask()
        if holds(last):
            return last
        time.sleep(0.1)
    raise AssertionError("expected %s, got at last %r" % (expectation, last))


def tmpfile():
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as f:
        f.write("hello attachment\n")
    return f.name


def story(name, steps):
    passed = failed = 0
    context = {}
    for label, step in steps:
        try:
            note = step(context)
            passed += 1
            print("PASS %s %s%s" % (name, label, " (%s)" % note if note else ""), flush=True)
        except Exception as e:
            failed += 1
            text = str(e).split("\n")[0][:300]
            print("FAIL %s %s: %s %s" % (name, label, type(e).__name__, text), flush=True)
            if passed == 0 and any(sign in repr(e) + str(e) for sign in ABSENT):
                print("ABORT %s: no server" % name)
                sys.exit(2)
    print("%s: %d passed, %d failed" % (name, passed, failed))
    sys.exit(1 if failed else 0)
