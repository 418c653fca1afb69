"""What happened in a time, as figures with names, formulas and counts. Pure: facts go in."""
