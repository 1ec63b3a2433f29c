"""Whether a system still says what the framework says: a small reader per format, and one comparison."""
