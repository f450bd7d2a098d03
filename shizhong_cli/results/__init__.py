"""What the Python interface gives: frozen records with exact numbers."""
