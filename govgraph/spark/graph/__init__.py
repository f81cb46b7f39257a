"""The primitives on Spark Connect, for what one machine cannot hold: a cluster, or Sail."""
