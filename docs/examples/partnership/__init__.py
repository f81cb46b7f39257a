"""A paper of our own with its record: what `govgraph demo` copies beside the real ones."""
