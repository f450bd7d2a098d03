"""What the program leaves on the disk: whole files or none."""
