"""How every test runs."""

from hypothesis import settings

# No test asserts on time, and the gate gives the same answer each time it runs.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate")
