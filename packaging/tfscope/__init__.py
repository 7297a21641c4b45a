"""tfscope is a program, not a library; `python -m tfscope` runs it."""
