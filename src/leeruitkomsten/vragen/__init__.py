"""The questions: each a module named as its function, a pure function over a `Register` and records."""
