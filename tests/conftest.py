"""Hypothesis: the same examples on every machine, a thousand of each; no deadlines."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=1_000)
# Ten times as many, other ones each night: `make nightly`.
settings.register_profile("nightly", deadline=None, max_examples=10_000)
settings.load_profile("steady")
