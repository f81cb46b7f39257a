"""Rules about quorums."""
