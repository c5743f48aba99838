"""Frictionless, whose CSV part raises the limit of `csv` for the whole process."""

import csv
from pathlib import Path

import frictionless


def validate(descriptor: Path) -> frictionless.Report:
    """Judge a data package by its descriptor, and put the limit back."""
    limit = csv.field_size_limit()
    try:
        report: frictionless.Report = frictionless.validate(str(descriptor))
        return report
    finally:
        csv.field_size_limit(limit)
