"""A sheet: its head, its key, its findings, its sources, and the drawing among them."""
