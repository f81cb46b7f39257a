"""The directed accountability graph and what every check is made of."""
