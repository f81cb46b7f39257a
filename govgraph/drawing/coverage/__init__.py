"""Who ought to sit where and does not, as a picture."""
