"""Run the program with ``python -m shizhong_cli``."""

from shizhong_cli.cli import main

if __name__ == "__main__":
    main()
