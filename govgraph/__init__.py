"""Who answers to whom: governance structures as accountability graphs."""

__version__ = "0.1.0"
