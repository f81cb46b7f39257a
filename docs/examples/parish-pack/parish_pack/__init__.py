"""What a county of parishes adds to govgraph."""
