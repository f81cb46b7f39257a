"""How every test runs."""

from hypothesis import HealthCheck, settings

# No test asserts on time, and the gate gives the same answer each time it runs.
settings.register_profile(
    "gate",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault of a test
)
settings.load_profile("gate")
