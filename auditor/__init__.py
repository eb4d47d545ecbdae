"""A consistency auditor for development plans encoded as YAML indicator sheets."""

__version__ = "0.1.0"
