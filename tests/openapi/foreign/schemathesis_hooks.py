"""Hooks of schemathesis: `SCHEMATHESIS_HOOKS` names this module. Counts answers, and prints how many."""

import atexit
import re
from collections import Counter

import schemathesis

# What `propertyNames` of a form allows.
NAME = re.compile(r"[A-Za-z0-9_.-]+")

answers = Counter()
succeeded = set()
called = set()


@schemathesis.hook
def before_call(context, case, kwargs):
    """Gives the parts of a form names that can be written.

    Negative data break every condition of a form, `propertyNames` too. The server cannot read such a form,
    and answers it without a body, as the description of 400 says. OpenAPI cannot say that of a response
    that has a body otherwise.
    """
    if case.media_type == "multipart/form-data" and isinstance(case.body, dict):
        names = [name for name in case.body if not NAME.fullmatch(name)]
        for index, name in enumerate(names):
            case.body[f"unknown-{index}"] = case.body.pop(name)


@schemathesis.hook
def after_call(context, case, response):
    name = case.operation.definition.raw["operationId"]
    phase = case.meta.phase.name.value if case.meta else "examples"
    mode = case.meta.generation.mode.value if case.meta else "positive"
    answers[f"{phase}, {mode}: {response.status_code}"] += 1
    called.add(name)
    if response.status_code == 200:
        succeeded.add(name)


@atexit.register
def report():
    for what, count in sorted(answers.items()):
        print(f"answers, {what}: {count}")
    print(f"methods that were called: {len(called)}")
    print(f"methods that succeeded: {len(succeeded)}")
    print(f"methods that never did: {', '.join(sorted(called - succeeded))}")
