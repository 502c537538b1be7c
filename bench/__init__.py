"""What is measured, and against what; each module here is a command of its own."""
