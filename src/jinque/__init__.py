"""Catalogues of occupations in short supply, read exactly and with their provenance."""

__version__ = "0.2.0"
