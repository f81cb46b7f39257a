"""What a diagram shows of a structure, and in which words."""
