"""Refusals of a roster of people."""

from jinque.errors.tree import WrongCallError


class PersonalDataError(WrongCallError):
    """A roster holds identity card or phone numbers, which nothing needs; it was not read."""

    code = "personal_data"


class FolderInUseError(WrongCallError):
    """Other files stand where results of a roster should be written; they are left alone."""

    code = "folder_in_use"


class SparkMissingError(WrongCallError):
    """Apache Spark was asked for, and it or Java is not there, or the cluster does not answer."""

    code = "spark_missing"
