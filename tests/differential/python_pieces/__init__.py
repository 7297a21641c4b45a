"""The parts of which python_programs.py composes programs."""
