"""Refusals of a roster of people."""

from jinque.errors.tree import WrongCallError


class PersonalDataError(WrongCallError):
    """A roster holds identity card or phone numbers, which nothing needs; it was not read."""

    code = "personal_data"
