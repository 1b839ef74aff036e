"""Measuring retrieval: test collections, metrics, mixed spelling, a portal of its own to measure in."""
