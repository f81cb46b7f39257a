"""What govgraph costs, measured beside its peers in one run."""
