"""The questions, each written once: command, verb, JSON, assistants' tool and page come of it."""
