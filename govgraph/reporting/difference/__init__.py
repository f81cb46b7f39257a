"""What is different between two states, told."""
