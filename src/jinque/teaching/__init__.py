"""Majors, curricula and occupations in plain words: what the catalogues say to those who learn."""

from jinque.teaching.curriculum import kept, read_curriculum
from jinque.teaching.majors import find_major, guide, posts_naming, printed_majors

__all__ = ["find_major", "guide", "kept", "posts_naming", "printed_majors", "read_curriculum"]
