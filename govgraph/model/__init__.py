"""What a governance structure is, in the standard library alone."""
