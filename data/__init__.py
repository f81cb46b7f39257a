"""The structures of real papers, as govgraph reads them."""
