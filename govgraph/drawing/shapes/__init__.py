"""The shapes of bodies, lines, ends and badges."""
