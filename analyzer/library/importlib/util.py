"""importlib.util: modules from files."""

import importlib
import os
import sys

from importlib.machinery import ModuleSpec, SourceFileLoader


def find_spec(name, package=None):
    """A spec for what can be imported; what is not there counts as installed, as it does when imported."""
    return ModuleSpec(name, None)


def spec_from_file_location(name, location=None, loader=None, submodule_search_locations=None):
    return ModuleSpec(name, loader or SourceFileLoader(name, location), location)


def module_from_spec(spec):
    return spec.loader.load_module(spec.name)


def resolve_name(name, package):
    dots = len(name) - len(name.lstrip("."))
    if not dots:
        return name
    parts = package.split(".")
    return ".".join(parts[:len(parts) - dots + 1] + ([name[dots:]] if name[dots:] else []))
