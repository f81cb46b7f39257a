"""What a notebook shows of a structure and of the answers about it."""
