"""Questions in Cypher, through grand-cypher: what it is asked of, what it may ask, its answers."""
