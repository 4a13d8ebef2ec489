"""`python -m memogen`."""

from memogen.cli import main

if __name__ == "__main__":
    main()
