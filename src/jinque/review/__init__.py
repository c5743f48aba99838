"""Drafts of readings: their doubts, decisions, corrections and signatures, up to publication."""
