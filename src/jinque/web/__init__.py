"""The site: pages and their JSON twins, two sides of one context."""

from jinque.web.app import create_app, create_office

__all__ = ["create_app", "create_office"]
