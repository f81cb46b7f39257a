"""Which form a diagram takes on its paper, and how it is shared out over pages."""
