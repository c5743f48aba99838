"""Run the shell with `python -m jinque`."""

from jinque.cli import main

if __name__ == "__main__":
    main()
