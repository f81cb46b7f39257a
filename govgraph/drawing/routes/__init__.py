"""How lines are led between bodies, so that none crosses a box."""
