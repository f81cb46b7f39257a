"""The findings of a register, told."""
