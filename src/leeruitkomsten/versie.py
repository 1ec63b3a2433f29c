"""The version of this package; the frameworks in it have versions of their own."""

__version__ = "0.1.0"
